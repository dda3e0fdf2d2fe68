// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/theme/Regions.h"

#include <span>

namespace vitrine::qml {

namespace {

struct Place {
    const char *en;
    const char *bn;
};

struct Division {
    Place name;
    std::span<const Place> districts;
};

constexpr Place kBarishal[] = {{"Barishal", "বরিশাল"},   {"Barguna", "বরগুনা"},       {"Bhola", "ভোলা"},
                               {"Jhalokati", "ঝালকাঠি"}, {"Patuakhali", "পটুয়াখালী"}, {"Pirojpur", "পিরোজপুর"}};
constexpr Place kChattogram[] = {
    {"Chattogram", "চট্টগ্রাম"}, {"Bandarban", "বান্দরবান"},    {"Brahmanbaria", "ব্রাহ্মণবাড়িয়া"},
    {"Chandpur", "চাঁদপুর"},     {"Cox's Bazar", "কক্সবাজার"},  {"Cumilla", "কুমিল্লা"},
    {"Feni", "ফেনী"},          {"Khagrachhari", "খাগড়াছড়ি"}, {"Lakshmipur", "লক্ষ্মীপুর"},
    {"Noakhali", "নোয়াখালী"},  {"Rangamati", "রাঙ্গামাটি"}};
constexpr Place kDhaka[] = {{"Dhaka", "ঢাকা"},         {"Faridpur", "ফরিদপুর"},      {"Gazipur", "গাজীপুর"},
                            {"Gopalganj", "গোপালগঞ্জ"}, {"Kishoreganj", "কিশোরগঞ্জ"}, {"Madaripur", "মাদারীপুর"},
                            {"Manikganj", "মানিকগঞ্জ"}, {"Munshiganj", "মুন্সীগঞ্জ"},   {"Narayanganj", "নারায়ণগঞ্জ"},
                            {"Narsingdi", "নরসিংদী"},  {"Rajbari", "রাজবাড়ী"},      {"Shariatpur", "শরীয়তপুর"},
                            {"Tangail", "টাঙ্গাইল"}};
constexpr Place kKhulna[] = {{"Khulna", "খুলনা"},      {"Bagerhat", "বাগেরহাট"}, {"Chuadanga", "চুয়াডাঙ্গা"},
                             {"Jashore", "যশোর"},     {"Jhenaidah", "ঝিনাইদহ"}, {"Kushtia", "কুষ্টিয়া"},
                             {"Magura", "মাগুরা"},     {"Meherpur", "মেহেরপুর"},  {"Narail", "নড়াইল"},
                             {"Satkhira", "সাতক্ষীরা"}};
constexpr Place kMymensingh[] = {
    {"Mymensingh", "ময়মনসিংহ"}, {"Jamalpur", "জামালপুর"}, {"Netrokona", "নেত্রকোণা"}, {"Sherpur", "শেরপুর"}};
constexpr Place kRajshahi[] = {{"Rajshahi", "রাজশাহী"},  {"Bogura", "বগুড়া"},       {"Chapainawabganj", "চাঁপাইনবাবগঞ্জ"},
                               {"Joypurhat", "জয়পুরহাট"}, {"Naogaon", "নওগাঁ"},      {"Natore", "নাটোর"},
                               {"Pabna", "পাবনা"},       {"Sirajganj", "সিরাজগঞ্জ"}};
constexpr Place kRangpur[] = {{"Rangpur", "রংপুর"},     {"Dinajpur", "দিনাজপুর"},       {"Gaibandha", "গাইবান্ধা"},
                              {"Kurigram", "কুড়িগ্রাম"}, {"Lalmonirhat", "লালমনিরহাট"}, {"Nilphamari", "নীলফামারী"},
                              {"Panchagarh", "পঞ্চগড়"}, {"Thakurgaon", "ঠাকুরগাঁও"}};
constexpr Place kSylhet[] = {
    {"Sylhet", "সিলেট"}, {"Habiganj", "হবিগঞ্জ"}, {"Moulvibazar", "মৌলভীবাজার"}, {"Sunamganj", "সুনামগঞ্জ"}};

constexpr Division kDivisions[] = {{{"Barishal", "বরিশাল"}, kBarishal},
                                   {{"Chattogram", "চট্টগ্রাম"}, kChattogram},
                                   {{"Dhaka", "ঢাকা"}, kDhaka},
                                   {{"Khulna", "খুলনা"}, kKhulna},
                                   {{"Mymensingh", "ময়মনসিংহ"}, kMymensingh},
                                   {{"Rajshahi", "রাজশাহী"}, kRajshahi},
                                   {{"Rangpur", "রংপুর"}, kRangpur},
                                   {{"Sylhet", "সিলেট"}, kSylhet}};

Region regionOf(const Place &place) { return {QString::fromUtf8(place.en), core::Text{place.en, place.bn}}; }

} // namespace

QList<Region> divisions()
{
    QList<Region> regions;
    for (const Division &division : kDivisions)
        regions.append(regionOf(division.name));
    return regions;
}

QList<Region> districts(const QString &division)
{
    QList<Region> regions;
    for (const Division &candidate : kDivisions) {
        if (division != QLatin1StringView(candidate.name.en))
            continue;
        for (const Place &district : candidate.districts)
            regions.append(regionOf(district));
    }
    return regions;
}

core::Text districtName(std::string_view key)
{
    for (const Division &division : kDivisions) {
        for (const Place &district : division.districts) {
            if (key == district.en)
                return {district.en, district.bn};
        }
    }
    return {std::string(key), std::string(key)};
}

} // namespace vitrine::qml
