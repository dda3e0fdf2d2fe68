# SPDX-License-Identifier: GPL-3.0-or-later
# How every target of the project is built. Sources are listed by hand; tests/style checks the arrows
# between the folders' targets.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(VITRINE_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize takes them")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM AND UNIX AND NOT APPLE)
    add_link_options(-fuse-ld=mold)
endif()
if(VITRINE_SANITIZE)
    add_compile_options(-fsanitize=${VITRINE_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${VITRINE_SANITIZE})
endif()
if(NOT MSVC)
    # Frame pointers and line tables are enough to read a crash report; full debug information costs build time.
    set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1 -DNDEBUG")
endif()

# Warnings are errors in our own code only: libraries come in as SYSTEM.
add_library(vitrine_warnings INTERFACE)
if(MSVC)
    target_compile_options(vitrine_warnings INTERFACE /W4 /WX /permissive- /utf-8)
else()
    target_compile_options(vitrine_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
        -Woverloaded-virtual -Wold-style-cast -Werror)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # GCC 14 sees overflows in inlined growth of vectors of aggregates where there are none (GCC bug 105329 and kin).
        target_compile_options(vitrine_warnings INTERFACE -Wno-stringop-overflow -Wno-array-bounds)
    endif()
endif()

# vitrine_target_defaults(TARGET): the include root, the warnings.
function(vitrine_target_defaults target)
    target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${target} PRIVATE vitrine_warnings)
endfunction()

# vitrine_library(NAME SOURCES … [PUBLIC lib …] [PRIVATE lib …] [PCH header …])
function(vitrine_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE;PCH" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    vitrine_target_defaults(${name})
    target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    if(ARG_PCH)
        target_precompile_headers(${name} PRIVATE ${ARG_PCH})
    endif()
endfunction()

# vitrine_program(NAME SOURCES … [LIBS …] [PCH header …])
function(vitrine_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBS;PCH" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    vitrine_target_defaults(${name})
    target_link_libraries(${name} PRIVATE ${ARG_LIBS})
    if(ARG_PCH)
        target_precompile_headers(${name} PRIVATE ${ARG_PCH})
    endif()
endfunction()

# vitrine_test(NAME LABEL unit|contract|qml|render|e2e|… SOURCES … [LIBS …] [TIMEOUT seconds] [SERIAL])
# A Catch2 program; CTest knows it as LABEL.NAME. SERIAL keeps other tests from running beside it.
function(vitrine_test name)
    cmake_parse_arguments(ARG "SERIAL" "LABEL;TIMEOUT" "SOURCES;LIBS" ${ARGN})
    add_executable(test_${name} ${ARG_SOURCES})
    vitrine_target_defaults(test_${name})
    target_link_libraries(test_${name} PRIVATE ${ARG_LIBS} Catch2::Catch2WithMain)
    target_precompile_headers(test_${name} REUSE_FROM vitrine_test_pch)
    add_test(NAME ${ARG_LABEL}.${name} COMMAND test_${name})
    # Catch2 ends with 4 where every test was skipped, as without the test data beside the checkout.
    set_tests_properties(${ARG_LABEL}.${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT "${ARG_TIMEOUT}"
        SKIP_RETURN_CODE 4)
    if(NOT ARG_TIMEOUT)
        set_tests_properties(${ARG_LABEL}.${name} PROPERTIES TIMEOUT 120)
    endif()
    if(ARG_SERIAL)
        set_tests_properties(${ARG_LABEL}.${name} PROPERTIES RUN_SERIAL ON)
    endif()
endfunction()
