# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# goldpan_precompile(TARGET HEADER...): the standard library and these, read once for all files of the target. Two thirds of
# what it takes to compile a file is reading headers that never change. For the presets that are built again and again;
# the release preset goes without, so that a file which forgot an include still fails somewhere.
option(GOLDPAN_PRECOMPILE "Precompile headers that are not ours" OFF)

# ccache asks g++ for the first: it has to see which precompiled file was read. The others are g++ 12's false alarms about
# std::string, which it swallows where it reads <string> itself.
function(goldpan_precompiled_options target)
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess;-Wno-stringop-overflow;-Wno-array-bounds>)
endfunction()

function(goldpan_precompile target)
  if(NOT GOLDPAN_PRECOMPILE)
    return()
  endif()
  target_precompile_headers(${target} PRIVATE
    <algorithm> <array> <chrono> <cstdint> <expected> <filesystem> <functional> <map> <memory> <optional> <set> <span>
    <stop_token> <string> <string_view> <unordered_map> <utility> <variant> <vector> ${ARGN})
  goldpan_precompiled_options(${target})
endfunction()

# goldpan_reuse_precompiled(TARGET FROM): what was read for FROM, once for both.
function(goldpan_reuse_precompiled target from)
  if(NOT GOLDPAN_PRECOMPILE)
    return()
  endif()
  target_precompile_headers(${target} REUSE_FROM ${from})
  goldpan_precompiled_options(${target})
endfunction()
