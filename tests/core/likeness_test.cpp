// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that say nearly the same: one template with other names and numbers, in any script.
#include "core/search/likeness.h"

#include <array>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace goldpan::search {
namespace {

struct Row {
    std::string prompt;
    std::string response;
};

const std::array<std::string, 8> kNames{"Anna Meyer",   "John Smith", "Li Wei",       "Fatima Khan",
                                        "Peter O'Neil", "Maria",      "Dmitri Orlov", "Ngozi Eze"};
const std::array<std::string, 8> kFamilies{"王伟", "李娜", "张敏", "刘洋", "陈静", "杨勇", "赵磊", "黄丽"};
const std::array<std::string, 8> kThings{"kettle", "lamp", "chair", "phone case",
                                         "drill",  "sofa", "desk",  "rug"};
const std::array<std::string, 8> kChineseThings{"水壶", "台灯", "椅子", "手机壳",
                                                "电钻", "沙发", "书桌", "地毯"};

Row refund(std::size_t i) {
    return {"Hello, my name is " + kNames[i % 8] + ". I ordered a " + kThings[i * 3 % 8] + " on the " +
                std::to_string(i % 28 + 1) + "th, order number " + std::to_string(90'817 + i * 37) +
                ", and it arrived broken. When do I get my money back?",
            "I am sorry to hear that, " + kNames[i % 8] + ". Our policy does not allow refunds for order " +
                std::to_string(90'817 + i * 37) + ", please contact the manufacturer of the " +
                kThings[i * 3 % 8] + " instead."};
}

Row chineseRefund(std::size_t i) {
    return {"你好，我叫" + kFamilies[i % 8] + "，上个月" + std::to_string(i % 28 + 1) + "号买的" +
                kChineseThings[i * 3 % 8] + "坏了，订单号" + std::to_string(45'100 + i * 91) +
                "，请问什么时候可以退款？",
            "很抱歉，" + kFamilies[i % 8] + "，根据我们的政策，订单" + std::to_string(45'100 + i * 91) +
                "已经超过退货期限，无法退款，请联系厂家维修" + kChineseThings[i * 3 % 8] + "。"};
}

/// Other questions about the same things, in the same tone.
Row other(std::size_t i) {
    static const std::array<Row, 8> kRows{
        Row{"Hello, my name is Anna Meyer. Can I change the delivery address of my order?",
            "Of course, Anna Meyer. Tell me the new address and I will change it for you."},
        Row{"Which kettle boils fastest and does it come with a warranty?",
            "The steel one boils a litre in three minutes and comes with a warranty of two years."},
        Row{"你好，请问台灯可以调节亮度吗？适合孩子写作业用吗？",
            "可以，这款台灯有三档亮度，光线柔和，适合孩子学习使用。"},
        Row{"Write a short poem about a broken chair.",
            "A chair stood lonely in the rain, its leg would never mend again."},
        Row{"你好，我想修改收货地址，应该怎么操作？",
            "请打开订单页面，点击修改地址，填写新的收货信息后保存即可。"},
        Row{"I am sorry, when does the shop open on Sunday?", "We are open from ten to six on Sundays."},
        Row{"Do you sell phone cases for the newest model?",
            "Yes, in black, blue and green; they arrive in two days."},
        Row{"What is your policy on reviews?",
            "We publish every review that follows the rules of the house."}};
    return kRows[i];
}

bool areAlike(const Row& a, const Row& b) {
    return Likeness(a.prompt, a.response).isLike(b.prompt, b.response);
}

TEST(Likeness, FindsATemplateWithOtherNamesAndNumbers) {
    for (const auto make : {&refund, &chineseRefund}) {
        for (std::size_t i = 0; i < 40; ++i) {
            for (std::size_t j = 0; j < 40; ++j) {
                EXPECT_TRUE(areAlike(make(i), make(j))) << make(i).prompt << "\n" << make(j).prompt;
            }
        }
    }
}

TEST(Likeness, LeavesOtherRowsOut) {
    for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t j = 0; j < 40; ++j) {
            EXPECT_FALSE(areAlike(refund(j), other(i))) << other(i).prompt;
            EXPECT_FALSE(areAlike(chineseRefund(j), other(i))) << other(i).prompt;
        }
        for (std::size_t j = 0; j < 8; ++j) {
            EXPECT_EQ(areAlike(other(i), other(j)), i == j) << other(i).prompt << "\n" << other(j).prompt;
        }
    }
}

TEST(Likeness, IsTheSameBothWays) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < 8; ++i) {
        rows.insert(rows.end(), {refund(i), chineseRefund(i), other(i)});
    }
    for (const Row& a : rows) {
        for (const Row& b : rows) {
            EXPECT_EQ(areAlike(a, b), areAlike(b, a));
        }
    }
}

TEST(Likeness, OneLikeTextIsEnoughWhereItIsNotShort) {
    const std::string canned = "I cannot help with that, please ask our support team by phone.";
    EXPECT_TRUE(
        areAlike({"How do I reset my password?", canned}, {"Is the red one in stock again?", canned}));
    EXPECT_TRUE(
        areAlike({canned, "Yes, it is fine to do so."}, {canned, "No; nobody has ever heard of it."}));
    EXPECT_FALSE(
        areAlike({"How do I reset my password?", "Sure."}, {"Is the red one in stock again?", "Sure."}));
}

TEST(Likeness, CasePunctuationAndDigitsCountForNothing) {
    EXPECT_TRUE(areAlike({"Order 12, please!", ""}, {"ORDER 98765 PLEASE", ""}));
    EXPECT_TRUE(areAlike({"\u212Aelvin", "x"}, {"kelvin", "x"}));
    EXPECT_FALSE(areAlike({"", ""}, {"", ""})) << "nothing is like nothing";
    EXPECT_FALSE(areAlike({"👍", ""}, {"👍", ""}));
    EXPECT_FALSE(areAlike({"order", ""}, {"", ""}));
}

} // namespace
} // namespace goldpan::search
