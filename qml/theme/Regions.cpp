// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/theme/Regions.h"

#include "core/values/Regions.h"

namespace vitrine::qml {

namespace {

Region regionOf(const core::Region &region)
{
    const core::Text name{std::string(region.en), std::string(region.bn)};
    return {QString::fromStdString(name.en), name};
}

} // namespace

QList<Region> divisions()
{
    QList<Region> regions;
    for (const core::Division &division : core::divisions())
        regions.append(regionOf(division.name));
    return regions;
}

QList<Region> districts(const QString &division)
{
    QList<Region> regions;
    if (const core::Division *found = core::divisionNamed(division.toStdString()))
        for (const core::Region &district : found->districts)
            regions.append(regionOf(district));
    return regions;
}

core::Text districtName(std::string_view key)
{
    for (const core::Division &division : core::divisions())
        if (const core::Region *district = core::districtNamed(division, key))
            return {std::string(district->en), std::string(district->bn)};
    return {std::string(key), std::string(key)};
}

} // namespace vitrine::qml
