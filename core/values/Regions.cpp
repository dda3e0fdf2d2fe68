// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/values/Regions.h"

#include <algorithm>

namespace vitrine::core {
namespace {

constexpr Region kBarishal[] = {{"Barishal", "বরিশাল"},   {"Barguna", "বরগুনা"},       {"Bhola", "ভোলা"},
                                {"Jhalokati", "ঝালকাঠি"}, {"Patuakhali", "পটুয়াখালী"}, {"Pirojpur", "পিরোজপুর"}};
constexpr Region kChattogram[] = {
    {"Chattogram", "চট্টগ্রাম"}, {"Bandarban", "বান্দরবান"},    {"Brahmanbaria", "ব্রাহ্মণবাড়িয়া"},
    {"Chandpur", "চাঁদপুর"},     {"Cox's Bazar", "কক্সবাজার"},  {"Cumilla", "কুমিল্লা"},
    {"Feni", "ফেনী"},          {"Khagrachhari", "খাগড়াছড়ি"}, {"Lakshmipur", "লক্ষ্মীপুর"},
    {"Noakhali", "নোয়াখালী"},  {"Rangamati", "রাঙ্গামাটি"}};
constexpr Region kDhaka[] = {{"Dhaka", "ঢাকা"},         {"Faridpur", "ফরিদপুর"},      {"Gazipur", "গাজীপুর"},
                             {"Gopalganj", "গোপালগঞ্জ"}, {"Kishoreganj", "কিশোরগঞ্জ"}, {"Madaripur", "মাদারীপুর"},
                             {"Manikganj", "মানিকগঞ্জ"}, {"Munshiganj", "মুন্সীগঞ্জ"},   {"Narayanganj", "নারায়ণগঞ্জ"},
                             {"Narsingdi", "নরসিংদী"},  {"Rajbari", "রাজবাড়ী"},      {"Shariatpur", "শরীয়তপুর"},
                             {"Tangail", "টাঙ্গাইল"}};
constexpr Region kKhulna[] = {{"Khulna", "খুলনা"},      {"Bagerhat", "বাগেরহাট"}, {"Chuadanga", "চুয়াডাঙ্গা"},
                              {"Jashore", "যশোর"},     {"Jhenaidah", "ঝিনাইদহ"}, {"Kushtia", "কুষ্টিয়া"},
                              {"Magura", "মাগুরা"},     {"Meherpur", "মেহেরপুর"},  {"Narail", "নড়াইল"},
                              {"Satkhira", "সাতক্ষীরা"}};
constexpr Region kMymensingh[] = {
    {"Mymensingh", "ময়মনসিংহ"}, {"Jamalpur", "জামালপুর"}, {"Netrokona", "নেত্রকোণা"}, {"Sherpur", "শেরপুর"}};
constexpr Region kRajshahi[] = {{"Rajshahi", "রাজশাহী"},  {"Bogura", "বগুড়া"},       {"Chapainawabganj", "চাঁপাইনবাবগঞ্জ"},
                                {"Joypurhat", "জয়পুরহাট"}, {"Naogaon", "নওগাঁ"},      {"Natore", "নাটোর"},
                                {"Pabna", "পাবনা"},       {"Sirajganj", "সিরাজগঞ্জ"}};
constexpr Region kRangpur[] = {{"Rangpur", "রংপুর"},     {"Dinajpur", "দিনাজপুর"},       {"Gaibandha", "গাইবান্ধা"},
                               {"Kurigram", "কুড়িগ্রাম"}, {"Lalmonirhat", "লালমনিরহাট"}, {"Nilphamari", "নীলফামারী"},
                               {"Panchagarh", "পঞ্চগড়"}, {"Thakurgaon", "ঠাকুরগাঁও"}};
constexpr Region kSylhet[] = {
    {"Sylhet", "সিলেট"}, {"Habiganj", "হবিগঞ্জ"}, {"Moulvibazar", "মৌলভীবাজার"}, {"Sunamganj", "সুনামগঞ্জ"}};

constexpr Division kDivisions[] = {{{"Barishal", "বরিশাল"}, kBarishal},
                                   {{"Chattogram", "চট্টগ্রাম"}, kChattogram},
                                   {{"Dhaka", "ঢাকা"}, kDhaka},
                                   {{"Khulna", "খুলনা"}, kKhulna},
                                   {{"Mymensingh", "ময়মনসিংহ"}, kMymensingh},
                                   {{"Rajshahi", "রাজশাহী"}, kRajshahi},
                                   {{"Rangpur", "রংপুর"}, kRangpur},
                                   {{"Sylhet", "সিলেট"}, kSylhet}};

constexpr std::string_view kCountries = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL "
                                        "BM BN BO BQ BR BS BT BV BW BY BZ CA CC "
                                        "CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG "
                                        "EH ER ES ET FI FJ FK FM FO FR GA GB GD "
                                        "GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM "
                                        "IN IO IQ IR IS IT JE JM JO JP KE KG KH "
                                        "KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH "
                                        "MK ML MM MN MO MP MQ MR MS MT MU MV MW "
                                        "MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR "
                                        "PS PT PW PY QA RE RO RS RU RW SA SB SC "
                                        "SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL "
                                        "TM TN TO TR TT TV TW TZ UA UG UM US UY "
                                        "UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";
static_assert(kCountries.size() == 249 * 3 - 1);

} // namespace

std::span<const Division> divisions() { return kDivisions; }

const Division *divisionNamed(std::string_view name)
{
    const auto found = std::ranges::find(kDivisions, name, [](const Division &division) { return division.name.en; });
    return found == std::end(kDivisions) ? nullptr : found;
}

const Region *districtNamed(const Division &division, std::string_view name)
{
    const auto found = std::ranges::find(division.districts, name, &Region::en);
    return found == division.districts.end() ? nullptr : &*found;
}

bool isCountry(std::string_view code)
{
    // Two letters without a space can stand in the list as a whole code only.
    return code.size() == 2 && !code.contains(' ') && kCountries.contains(code);
}

} // namespace vitrine::core
