# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles resources/profiles/*.json into the program, so that it reads other tools' logs wherever it stands.
# Sets SHIPPED_PROFILES_SOURCE to the file that holds them.
file(GLOB profiles CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/resources/profiles/*.json")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${profiles})
set(texts "")
foreach(profile IN LISTS profiles)
  get_filename_component(name "${profile}" NAME_WE)
  file(READ "${profile}" text)
  string(REPLACE "\n" " " text "${text}") # else the program itself holds lines that are JSON, and would pass for a log
  string(APPEND texts "    {\"${name}\", R\"profile(${text})profile\"},\n")
endforeach()
set(SHIPPED_PROFILES_SOURCE "${CMAKE_CURRENT_BINARY_DIR}/shipped_texts.cpp")
file(CONFIGURE OUTPUT "${SHIPPED_PROFILES_SOURCE}" @ONLY CONTENT "// Made from resources/profiles.
#include \"core/profiles/shipped_profiles.h\"

namespace goldpan::profiles {

const std::vector<ShippedText>& shippedTexts() {
    static const std::vector<ShippedText> texts{
@texts@    };
    return texts;
}

} // namespace goldpan::profiles
")
