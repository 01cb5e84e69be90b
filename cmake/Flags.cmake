# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Every target links goldpan_flags, so that a flag is set in one place.
set(GOLDPAN_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them (address,undefined or thread)")
option(GOLDPAN_WERROR "Warnings are errors" ON)

add_library(goldpan_flags INTERFACE)
target_include_directories(goldpan_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(goldpan_flags INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  -Wno-missing-field-initializers # designated initialisers leave defaults out on purpose
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # g++ 12 is wrong about std::string + char at -O2 and above (GCC bug 105651)
  $<$<BOOL:${GOLDPAN_WERROR}>:-Werror>)
target_compile_definitions(goldpan_flags INTERFACE
  GOLDPAN_VERSION="${PROJECT_VERSION}"
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_STRICT_ITERATORS
  QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(GOLDPAN_SANITIZE)
  target_compile_options(goldpan_flags INTERFACE
    -fsanitize=${GOLDPAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    # g++ 12 warns falsely inside the standard library when it also instruments
    -Wno-maybe-uninitialized)
  target_link_options(goldpan_flags INTERFACE -fsanitize=${GOLDPAN_SANITIZE})
endif()

# moc 6.4 stumbles over g++ 12's <concepts>, which <compare> brings in; it needs nothing of it. The header's own
# include guard makes moc (and nobody else) skip it.
set(CMAKE_AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS=1")
