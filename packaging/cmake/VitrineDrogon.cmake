# SPDX-License-Identifier: GPL-3.0-or-later
# Defines vitrine_drogon: the Drogon web framework with Trantor and JsonCpp.
#
# Debian's DrogonConfig.cmake asks for the development files of PostgreSQL, MariaDB, Redis and YAML, which Drogon's own
# database clients were built with and which nothing here includes. There the library is found by its files instead.

add_library(vitrine_drogon INTERFACE)
if(UNIX AND NOT APPLE)
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(JSONCPP REQUIRED IMPORTED_TARGET jsoncpp)
    find_path(DROGON_INCLUDE_DIR drogon/drogon.h REQUIRED)
    find_library(DROGON_LIBRARY drogon REQUIRED)
    find_library(TRANTOR_LIBRARY trantor REQUIRED)
    target_include_directories(vitrine_drogon SYSTEM INTERFACE "${DROGON_INCLUDE_DIR}")
    target_link_libraries(vitrine_drogon INTERFACE "${DROGON_LIBRARY}" "${TRANTOR_LIBRARY}" PkgConfig::JSONCPP)
else()
    find_package(Drogon CONFIG REQUIRED)
    target_link_libraries(vitrine_drogon INTERFACE Drogon::Drogon)
endif()
