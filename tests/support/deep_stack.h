// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// onDeepStack: runs work on a thread with a large stack. Test support: instrumented frames are ten times the
// size of real ones, so what nests a thousand deep needs more room under a sanitizer than it ever does for
// people.
#pragma once

#include <functional>
#include <gtest/gtest.h>
#include <pthread.h>

namespace goldpan::test {

inline void onDeepStack(const std::function<void()>& work) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, std::size_t{256} << 20);
    pthread_t thread{};
    ASSERT_EQ(pthread_create(
                  &thread, &attributes,
                  [](void* target) -> void* {
                      (*static_cast<const std::function<void()>*>(target))();
                      return nullptr;
                  },
                  const_cast<std::function<void()>*>(&work)),
              0);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&attributes);
}

} // namespace goldpan::test
