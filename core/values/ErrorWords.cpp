// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/values/ErrorWords.h"

#include <array>

namespace vitrine::core {
namespace {

struct Words {
    int status;
    Text words;
};

// In the order of the enum. 422 for InvalidArgument keeps "I can't read this" (400) apart from "I read it, and it is
// wrong here"; 507 is WebDAV's Insufficient Storage, which says exactly that.
const std::array<Words, 16> &table()
{
    static const std::array<Words, 16> words = {{
        {400, {"This could not be read.", "এটি পড়া যায়নি।"}},
        {422, {"Something here is missing or not right.", "এখানে কিছু বাদ পড়েছে বা ঠিক নেই।"}},
        {401, {"Please sign in first.", "আগে সাইন ইন করুন।"}},
        {403, {"You are not allowed to do this.", "এটি করার অনুমতি আপনার নেই।"}},
        {404, {"This is not here.", "এটি এখানে নেই।"}},
        {409, {"This was changed in the meantime. Please look again.", "এর মধ্যে এটি বদলে গেছে। আবার দেখুন।"}},
        {409, {"There are not enough pieces left.", "যথেষ্ট পরিমাণ আর নেই।"}},
        {402, {"The payment was declined.", "পেমেন্টটি গ্রহণ করা হয়নি।"}},
        {413, {"This is too large.", "এটি অনেক বড়।"}},
        {429, {"That was too fast. Please try again in a moment.", "খুব দ্রুত হয়ে গেছে। একটু পরে আবার চেষ্টা করুন।"}},
        {501, {"This shop can't do that.", "এই দোকানে এটি করা যায় না।"}},
        {504, {"This took too long. Please try again.", "অনেক সময় লেগেছে। আবার চেষ্টা করুন।"}},
        {503,
         {"The shop can't be reached right now. Please try again.", "এখন দোকানে পৌঁছানো যাচ্ছে না। আবার চেষ্টা করুন।"}},
        {507, {"There is no space left to store this.", "এটি রাখার আর জায়গা নেই।"}},
        {500, {"Stored data is damaged. The shop has been told.", "সংরক্ষিত তথ্য নষ্ট হয়েছে। দোকানকে জানানো হয়েছে।"}},
        {500, {"Something went wrong on our side.", "আমাদের দিকে কিছু ভুল হয়েছে।"}},
    }};
    static_assert(words.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);
    return words;
}

} // namespace

int httpStatus(ErrorCode code) { return table()[static_cast<std::size_t>(code)].status; }

const Text &userWords(ErrorCode code) { return table()[static_cast<std::size_t>(code)].words; }

} // namespace vitrine::core
