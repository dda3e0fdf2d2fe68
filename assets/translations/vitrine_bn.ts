<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bn_BD" sourcelanguage="en">
    <context>
        <name>AddressForm</name>
        <message>
            <source>Name</source>
            <translation>নাম</translation>
        </message>
        <message>
            <source>Who receives it?</source>
            <translation>কে বুঝে নেবেন?</translation>
        </message>
        <message>
            <source>Mobile number</source>
            <translation>মোবাইল নম্বর</translation>
        </message>
        <message>
            <source>The courier calls before coming.</source>
            <translation>আসার আগে কুরিয়ার ফোন করবেন।</translation>
        </message>
        <message>
            <source>A mobile number has 11 digits and begins with 01.</source>
            <translation>মোবাইল নম্বর ০১ দিয়ে শুরু, মোট ১১ অঙ্ক।</translation>
        </message>
        <message>
            <source>Division</source>
            <translation>বিভাগ</translation>
        </message>
        <message>
            <source>Choose one</source>
            <translation>বেছে নিন</translation>
        </message>
        <message>
            <source>District</source>
            <translation>জেলা</translation>
        </message>
        <message>
            <source>House, road, area</source>
            <translation>বাড়ি, সড়ক, এলাকা</translation>
        </message>
        <message>
            <source>Where should it be brought?</source>
            <translation>কোথায় পৌঁছে দেব?</translation>
        </message>
    </context>
    <context>
        <name>BoughtLine</name>
        <message>
            <source>%1 pieces</source>
            <translation>%1টি</translation>
        </message>
        <message>
            <source>No longer sold</source>
            <translation>আর বিক্রি হয় না</translation>
        </message>
</context>
    <context>
        <name>CartButton</name>
        <message>
            <source>Cart, empty</source>
            <translation>ঝুড়ি, খালি</translation>
        </message>
        <message>
            <source>Cart, %1 in it, waiting to be sent</source>
            <translation>ঝুড়ি, ভেতরে %1টি, পাঠানোর অপেক্ষায়</translation>
        </message>
        <message>
            <source>Cart, %1 in it</source>
            <translation>ঝুড়ি, %1টি আছে</translation>
        </message>
    </context>
    <context>
        <name>CartLine</name>
        <message>
            <source>Only %1 left</source>
            <translation>আর মাত্র %1টি</translation>
        </message>
        <message>
            <source>Take %1 out of the cart</source>
            <translation>%1 ঝুড়ি থেকে সরান</translation>
        </message>
        <message>
            <source>No longer sold</source>
            <translation>আর বিক্রি হয় না</translation>
        </message>
</context>
    <context>
        <name>CartPanel</name>
        <message>
            <source>Cart</source>
            <translation>ঝুড়ি</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>পাঠানোর অপেক্ষায়</translation>
        </message>
        <message>
            <source>Close the cart</source>
            <translation>ঝুড়ি বন্ধ করুন</translation>
        </message>
        <message>
            <source>Nothing in here yet.</source>
            <translation>এখনো কিছু রাখা হয়নি।</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>ঘুরে দেখুন</translation>
        </message>
        <message>
            <source>Check out</source>
            <translation>কিনতে এগোন</translation>
        </message>
    </context>
    <context>
        <name>CartSums</name>
        <message>
            <source>Subtotal</source>
            <translation>পণ্যের দাম</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>ডেলিভারি</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>ফ্রি</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>মোট</translation>
        </message>
    </context>
    <context>
        <name>CheckoutPage</name>
        <message>
            <source>One of these was sold in the meantime. Look at the cart again.</source>
            <translation>এর একটি এর মধ্যেই বিক্রি হয়ে গেছে। ঝুড়িটা আবার দেখুন।</translation>
        </message>
        <message>
            <source>A price has changed. Look at the cart again.</source>
            <translation>একটি দাম বদলেছে। ঝুড়িটা আবার দেখুন।</translation>
        </message>
        <message>
            <source>The card was declined. Cash on delivery works too.</source>
            <translation>কার্ডটি নেওয়া যায়নি। হাতে পেয়েও টাকা দিতে পারেন।</translation>
        </message>
        <message>
            <source>The order could not be taken. Nothing was charged.</source>
            <translation>অর্ডারটি নেওয়া যায়নি। কোনো টাকা কাটা হয়নি।</translation>
        </message>
        <message>
            <source>Almost yours.</source>
            <translation>আর একটু বাকি।</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>ডেলিভারি</translation>
        </message>
        <message>
            <source>Payment</source>
            <translation>মূল্য পরিশোধ</translation>
        </message>
        <message>
            <source>Cash on delivery</source>
            <translation>হাতে পেয়ে মূল্য</translation>
        </message>
        <message>
            <source>Pay when it is in your hands</source>
            <translation>জিনিস হাতে পেয়ে টাকা দিন</translation>
        </message>
        <message>
            <source>Test card</source>
            <translation>পরীক্ষার কার্ড</translation>
        </message>
        <message>
            <source>For trying out; nothing is charged</source>
            <translation>শুধু পরীক্ষার জন্য, টাকা কাটে না</translation>
        </message>
        <message>
            <source>Needs a connection</source>
            <translation>সংযোগ লাগবে</translation>
        </message>
        <message>
            <source>You are offline. The order is kept here and sent as soon as the shop can be reached.</source>
            <translation>এখন সংযোগ নেই। অর্ডারটি এখানে রইল, সংযোগ ফিরলেই চলে যাবে।</translation>
        </message>
        <message>
            <source>Place order</source>
            <translation>অর্ডার করুন</translation>
        </message>
        <message>
            <source>Nothing in here yet.</source>
            <translation>এখনো কিছু রাখা হয়নি।</translation>
        </message>
        <message>
            <source>What was in the cart is no longer sold.</source>
            <translation>ঝুড়িতে যা ছিল, তা আর বিক্রি হয় না।</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>ঘুরে দেখুন</translation>
        </message>
    </context>
    <context>
        <name>CompareHead</name>
        <message>
            <source>Shows it in the picture.</source>
            <translation>এটিকে ছবিতে আনে।</translation>
        </message>
        <message>
            <source>Opens it.</source>
            <translation>এটির পাতা খোলে।</translation>
        </message>
        <message>
            <source>Take %1 out</source>
            <translation>%1 সরিয়ে রাখুন</translation>
        </message>
    </context>
    <context>
        <name>CompareLine</name>
        <message>
            <source>Price</source>
            <translation>দাম</translation>
        </message>
        <message>
            <source>Rating</source>
            <translation>রেটিং</translation>
        </message>
        <message>
            <source>Availability</source>
            <translation>মজুদ</translation>
        </message>
        <message>
            <source>Width × height × depth</source>
            <translation>প্রস্থ × উচ্চতা × গভীরতা</translation>
        </message>
        <message>
            <source>%1 ★ (%2)</source>
            <translation>%1 ★ (%2)</translation>
        </message>
        <message>
            <source>Sold out</source>
            <translation>শেষ হয়ে গেছে</translation>
        </message>
        <message>
            <source>Only %1 left</source>
            <translation>আর মাত্র %1টি আছে</translation>
        </message>
        <message>
            <source>In stock</source>
            <translation>মজুদ আছে</translation>
        </message>
        <message>
            <source>%1, different</source>
            <translation>%1, আলাদা</translation>
        </message>
        <message>
            <source>%1, the same</source>
            <translation>%1, একই</translation>
        </message>
        <message>
            <source> (better)</source>
            <translation> (এগিয়ে)</translation>
        </message>
    </context>
    <context>
        <name>ComparePage</name>
        <message>
            <source>Differences only</source>
            <translation>শুধু তফাতগুলো</translation>
        </message>
        <message>
            <source>Hide the table</source>
            <translation>ছক লুকান</translation>
        </message>
        <message>
            <source>Show the table</source>
            <translation>ছক দেখান</translation>
        </message>
        <message>
            <source>Nothing to compare yet. Choose two things or more.</source>
            <translation>তুলনার জন্য এখনো কিছু বাছা হয়নি। অন্তত দুটি জিনিস বেছে নিন।</translation>
        </message>
        <message>
            <source>One is chosen. Choose another to set beside it.</source>
            <translation>একটি বাছা হয়েছে। পাশে রাখার জন্য আরেকটি বেছে নিন।</translation>
        </message>
        <message>
            <source>To the shop</source>
            <translation>দোকানে যান</translation>
        </message>
    </context>
    <context>
        <name>ComparePane</name>
        <message>
            <source>This one has not been looked at on this device yet, and the shop can&apos;t be reached.</source>
            <translation>এটি এই যন্ত্রে আগে দেখা হয়নি, আর দোকানেও এখন পৌঁছানো যাচ্ছে না।</translation>
        </message>
        <message>
            <source>This is no longer in the shop.</source>
            <translation>এটি আর দোকানে নেই।</translation>
        </message>
        <message>
            <source>This could not be read.</source>
            <translation>এটি পড়া যায়নি।</translation>
        </message>
        <message>
            <source>There is no picture of this one yet.</source>
            <translation>এটির কোনো ছবি এখনো নেই।</translation>
        </message>
        <message>
            <source>Only its picture can be shown</source>
            <translation>শুধু এর ছবিটিই দেখানো যাচ্ছে</translation>
        </message>
    </context>
    <context>
        <name>CompareTable</name>
        <message>
            <source>No differences</source>
            <translation>কোনো তফাত নেই</translation>
        </message>
        <message>
            <source>One difference</source>
            <translation>একটি তফাত</translation>
        </message>
        <message>
            <source>%1 differences</source>
            <translation>%1টি তফাত</translation>
        </message>
        <message>
            <source>Specifications, %1 of them different</source>
            <translation>বিবরণ, %1টিতে তফাত</translation>
        </message>
        <message>
            <source>In everything that is known of them they are the same.</source>
            <translation>যা জানা আছে, তার সবকিছুতেই এরা এক।</translation>
        </message>
    </context>
    <context>
        <name>CompareTools</name>
        <message>
            <source>Ways to compare</source>
            <translation>তুলনা করার উপায়</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>পাশাপাশি</translation>
        </message>
        <message>
            <source>On one floor</source>
            <translation>এক মেঝেতে</translation>
        </message>
        <message>
            <source>One over the other</source>
            <translation>একটির ওপর অন্যটি</translation>
        </message>
        <message>
            <source>Wipe across</source>
            <translation>টেনে টেনে দেখা</translation>
        </message>
        <message>
            <source>Turn together</source>
            <translation>একসঙ্গে ঘুরুক</translation>
        </message>
        <message>
            <source>Real sizes</source>
            <translation>আসল মাপে</translation>
        </message>
        <message>
            <source>How much of the second is seen</source>
            <translation>দ্বিতীয়টি কতটা দেখা যায়</translation>
        </message>
    </context>
    <context>
        <name>CompareTray</name>
        <message>
            <source>To compare: %1</source>
            <translation>তুলনার জন্য: %1টি</translation>
        </message>
        <message>
            <source>Take %1 out</source>
            <translation>%1 সরিয়ে রাখুন</translation>
        </message>
        <message>
            <source>Compare %1</source>
            <translation>%1টির তুলনা</translation>
        </message>
        <message>
            <source>Choose another</source>
            <translation>আরেকটি বেছে নিন</translation>
        </message>
        <message>
            <source>Compare nothing</source>
            <translation>সব সরিয়ে রাখুন</translation>
        </message>
    </context>
    <context>
        <name>HeightMark</name>
        <message>
            <source>Height: %1</source>
            <translation>উচ্চতা: %1</translation>
        </message>
        <message>
            <source>%1, height: %2</source>
            <translation>%1, উচ্চতা: %2</translation>
        </message>
    </context>
    <context>
        <name>WipeHandle</name>
        <message>
            <source>Left of the line %1, right of it %2</source>
            <translation>রেখার বাঁয়ে %1, ডানে %2</translation>
        </message>
        <message>
            <source>The arrow keys move it.</source>
            <translation>তীর চিহ্নের বোতামে রেখাটি সরে।</translation>
        </message>
    </context>
    <context>
        <name>FilmBar</name>
        <message>
            <source>Film: %1</source>
            <translation>ফিল্ম: %1</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>স্পেস</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>থামান</translation>
        </message>
        <message>
            <source>Play again</source>
            <translation>আবার চালান</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>যেখানে ছিল সেখান থেকে চালান</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>চালান</translation>
        </message>
        <message>
            <source>Position in the film</source>
            <translation>ফিল্মের কোন জায়গায়</translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Save a picture or a film…</source>
            <translation>ছবি বা ফিল্ম সংরক্ষণ…</translation>
        </message>
        <message>
            <source>End the film</source>
            <translation>ফিল্ম শেষ করুন</translation>
        </message>
    </context>
    <context>
        <name>FilmMenu</name>
        <message>
            <source>Films</source>
            <translation>ফিল্ম</translation>
        </message>
        <message>
            <source>Opens the films of the product, to play or save.</source>
            <translation>পণ্যের ফিল্মগুলো খোলে, চালানো বা সংরক্ষণের জন্য।</translation>
        </message>
        <message>
            <source>Save a picture or a film…</source>
            <translation>ছবি বা ফিল্ম সংরক্ষণ…</translation>
        </message>
    </context>
    <context>
        <name>FilmSaver</name>
        <message>
            <source>Save a picture or a film</source>
            <translation>ছবি বা ফিল্ম সংরক্ষণ</translation>
        </message>
        <message>
            <source>What</source>
            <translation>কী</translation>
        </message>
        <message>
            <source>Picture of now</source>
            <translation>এই মুহূর্তের ছবি</translation>
        </message>
        <message>
            <source>Film as pictures</source>
            <translation>ফিল্ম, ছবি হিসেবে</translation>
        </message>
        <message>
            <source>Film as video</source>
            <translation>ফিল্ম, ভিডিও হিসেবে</translation>
        </message>
        <message>
            <source>Videos are made by ffmpeg, which is not installed here.</source>
            <translation>ভিডিও বানাতে ffmpeg লাগে, এখানে তা নেই।</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>ফিল্ম</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>মাপ</translation>
        </message>
        <message>
            <source>Pictures a second</source>
            <translation>সেকেন্ডে কটি ছবি</translation>
        </message>
        <message>
            <source>%1 a second</source>
            <translation>সেকেন্ডে %1টি</translation>
        </message>
        <message>
            <source>%1 of a hundred</source>
            <translation>একশোতে %1</translation>
        </message>
        <message>
            <source>Drawing each picture at full quality…</source>
            <translation>প্রতিটি ছবি পুরো মানে আঁকা হচ্ছে…</translation>
        </message>
        <message>
            <source>About %1 seconds left</source>
            <translation>আর প্রায় %1 সেকেন্ড</translation>
        </message>
        <message>
            <source>About %1 minutes left</source>
            <translation>আর প্রায় %1 মিনিট</translation>
        </message>
        <message>
            <source>Saved as %1 in %2</source>
            <translation>%2 ফোল্ডারে %1 নামে সংরক্ষিত হয়েছে</translation>
        </message>
        <message>
            <source>Goes into %1</source>
            <translation>%1 ফোল্ডারে সংরক্ষিত হবে</translation>
        </message>
        <message>
            <source>Cancelled; nothing was saved.</source>
            <translation>বাতিল হয়েছে; কিছুই সংরক্ষণ করা হয়নি।</translation>
        </message>
        <message>
            <source>It could not be saved: %1</source>
            <translation>সংরক্ষণ করা গেল না: %1</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>বাতিল</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>বন্ধ</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>খুলুন</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>সংরক্ষণ</translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message>
            <source>Made to be looked at from every side.</source>
            <translation>চারপাশ ঘুরে দেখার মতো জিনিস।</translation>
        </message>
        <message>
            <source>The shop can't be reached just now. Everything you have already seen stays with you.</source>
            <translation>এই মুহূর্তে দোকানে পৌঁছানো যাচ্ছে না। যা দেখেছেন, তা আপনার কাছেই আছে।</translation>
        </message>
        <message>
            <source>The shelf could not be read.</source>
            <translation>তাকটি পড়া যায়নি।</translation>
        </message>
        <message>
            <source>The shelf is empty. New things are on their way.</source>
            <translation>তাক এখন খালি। নতুন জিনিস আসছে।</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>আবার চেষ্টা করুন</translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>Vitrine</source>
            <translation>ভিট্রিন</translation>
        </message>
        <message>
            <source>What was being saved is lost: its page was left.</source>
            <translation>যা সংরক্ষণ হচ্ছিল তা হারিয়ে গেছে: তার পাতা ছেড়ে আসা হয়েছে।</translation>
        </message>
        <message>
            <source>An order could not be taken. Its things are in the cart again.</source>
            <translation>একটি অর্ডার নেওয়া যায়নি। জিনিসগুলো ঝুড়িতে ফিরেছে।</translation>
        </message>
        <message>
            <source>The cart could not take that.</source>
            <translation>ঝুড়িতে রাখা গেল না।</translation>
        </message>
        <message>
            <source>In the cart</source>
            <translation>ঝুড়িতে রাখা হলো</translation>
        </message>
        <message>
            <source>Offline, %1 waiting</source>
            <translation>সংযোগ নেই, %1টি অপেক্ষায়</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>সংযোগ নেই</translation>
        </message>
        <message>
            <source>Light theme</source>
            <translation>দিনের আলো</translation>
        </message>
        <message>
            <source>Dark theme</source>
            <translation>সন্ধ্যার আলো</translation>
        </message>
        <message>
            <source>My orders</source>
            <translation>আমার অর্ডার</translation>
        </message>
        <message>
            <source>Four at a time can be compared.</source>
            <translation>একসঙ্গে চারটির তুলনা করা যায়।</translation>
        </message>
    </context>
    <context>
        <name>MotionButton</name>
        <message>
            <source>Motion: less</source>
            <translation>নড়াচড়া: কম</translation>
        </message>
        <message>
            <source>Motion: full</source>
            <translation>নড়াচড়া: সব</translation>
        </message>
        <message>
            <source>Motion: as the system</source>
            <translation>নড়াচড়া: যন্ত্রের মতো</translation>
        </message>
    </context>
    <context>
        <name>OrderPage</name>
        <message>
            <source>Thank you, %1.</source>
            <translation>ধন্যবাদ, %1।</translation>
        </message>
        <message>
            <source>Waiting for its number</source>
            <translation>নম্বরের অপেক্ষায়</translation>
        </message>
        <message>
            <source>Order %1</source>
            <translation>অর্ডার %1</translation>
        </message>
        <message>
            <source>The order is kept on this device and goes out by itself as soon as the shop can be reached.</source>
            <translation>অর্ডারটি এই যন্ত্রে রাখা আছে। দোকানে সংযোগ ফিরলেই নিজে থেকে চলে যাবে।</translation>
        </message>
        <message>
            <source>Your order is number %1. The courier calls before coming.</source>
            <translation>আপনার অর্ডার নম্বর %1। আসার আগে কুরিয়ার ফোন করবেন।</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>ডেলিভারি</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>ফ্রি</translation>
        </message>
        <message>
            <source>Cash on delivery</source>
            <translation>হাতে পেয়ে মূল্য</translation>
        </message>
        <message>
            <source>Paid by card</source>
            <translation>কার্ডে পরিশোধিত</translation>
        </message>
        <message>
            <source>Back to the shelf</source>
            <translation>তাকে ফিরে যান</translation>
        </message>
    </context>
    <context>
        <name>OrderRow</name>
        <message>
            <source>Waiting for its number</source>
            <translation>নম্বরের অপেক্ষায়</translation>
        </message>
        <message>
            <source>Order %1</source>
            <translation>অর্ডার %1</translation>
        </message>
    </context>
    <context>
        <name>OrderSteps</name>
        <message>
            <source>Placed</source>
            <translation>গৃহীত</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>নিশ্চিত</translation>
        </message>
        <message>
            <source>Packed</source>
            <translation>মোড়ানো হয়েছে</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>পথে আছে</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>পৌঁছে গেছে</translation>
        </message>
    </context>
    <context>
        <name>OrdersButton</name>
        <message>
            <source>My orders</source>
            <translation>আমার অর্ডার</translation>
        </message>
        <message>
            <source>My orders, %1 not taken by the shop</source>
            <translation>আমার অর্ডার, %1টি দোকান নিতে পারেনি</translation>
        </message>
    </context>
    <context>
        <name>OrdersPage</name>
        <message>
            <source>My orders</source>
            <translation>আমার অর্ডার</translation>
        </message>
        <message>
            <source>The orders could not be read.</source>
            <translation>অর্ডারগুলো পড়া যায়নি।</translation>
        </message>
        <message>
            <source>What you order will stand here.</source>
            <translation>যা অর্ডার করবেন, এখানে থাকবে।</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>আবার চেষ্টা করুন</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>ঘুরে দেখুন</translation>
        </message>
    </context>
    <context>
        <name>ProductCard</name>
        <message>
            <source>No picture yet</source>
            <translation>এখনো ছবি নেই</translation>
        </message>
        <message>
            <source>Sold out</source>
            <translation>শেষ হয়ে গেছে</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>আর %1টি</translation>
        </message>
        <message>
            <source>from</source>
            <translation>থেকে</translation>
        </message>
        <message>
            <source>C takes it up to be compared.</source>
            <translation>C চাপলে তুলনার জন্য নেওয়া হয়।</translation>
        </message>
        <message>
            <source>Do not compare %1</source>
            <translation>%1 তুলনা থেকে সরান</translation>
        </message>
        <message>
            <source>Compare %1</source>
            <translation>%1 তুলনায় নিন</translation>
        </message>
    </context>
    <context>
        <name>GestureHint</name>
        <message>
            <source>Drag to turn it</source>
            <translation>টেনে ঘুরিয়ে দেখুন</translation>
        </message>
    </context>
    <context>
        <name>HandsHelp</name>
        <message>
            <source>Hand</source>
            <translation>হাতে</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>কি-বোর্ডে</translation>
        </message>
        <message>
            <source>Controller</source>
            <translation>গেম কন্ট্রোলারে</translation>
        </message>
        <message>
            <source>Turn</source>
            <translation>ঘোরানো</translation>
        </message>
        <message>
            <source>Drag</source>
            <translation>টানুন</translation>
        </message>
        <message>
            <source>Arrows</source>
            <translation>তীর</translation>
        </message>
        <message>
            <source>Left stick</source>
            <translation>বাঁ স্টিক</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>সরানো</translation>
        </message>
        <message>
            <source>Two fingers, right button</source>
            <translation>দুই আঙুল, ডান বোতাম</translation>
        </message>
        <message>
            <source>Shift + arrows</source>
            <translation>Shift + তীর</translation>
        </message>
        <message>
            <source>Right stick</source>
            <translation>ডান স্টিক</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>কাছে-দূরে</translation>
        </message>
        <message>
            <source>Pinch, wheel</source>
            <translation>দুই আঙুলে চিমটি, চাকা</translation>
        </message>
        <message>
            <source>Triggers</source>
            <translation>ট্রিগার</translation>
        </message>
        <message>
            <source>Look closer</source>
            <translation>কাছে গিয়ে দেখা</translation>
        </message>
        <message>
            <source>Tap twice</source>
            <translation>দুবার ছুঁন</translation>
        </message>
        <message>
            <source>Reset view</source>
            <translation>শুরুর দৃশ্য</translation>
        </message>
        <message>
            <source>Tap twice beside it</source>
            <translation>পাশে দুবার ছুঁন</translation>
        </message>
        <message>
            <source>Right stick, pressed</source>
            <translation>ডান স্টিক চেপে</translation>
        </message>
        <message>
            <source>Next part</source>
            <translation>পরের অংশ</translation>
        </message>
        <message>
            <source>Tap</source>
            <translation>ছুঁন</translation>
        </message>
        <message>
            <source>Pad left, right</source>
            <translation>প্যাডের বাঁ, ডান</translation>
        </message>
        <message>
            <source>Take apart</source>
            <translation>খুলে দেখা</translation>
        </message>
        <message>
            <source>Magnifier</source>
            <translation>আতশকাচ</translation>
        </message>
        <message>
            <source>Light studios</source>
            <translation>আলোর আয়োজন</translation>
        </message>
        <message>
            <source>This list</source>
            <translation>এই তালিকা</translation>
        </message>
        <message>
            <source>What hands can do</source>
            <translation>হাতে কী কী করা যায়</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>বন্ধ করুন</translation>
        </message>
        <message>
            <source>Drop, throw</source>
            <translation>ফেলা, ছোড়া</translation>
        </message>
        <message>
            <source>Drag a piece</source>
            <translation>টুকরো ধরে টানুন</translation>
        </message>
        <message>
            <source>Lamp in your hand</source>
            <translation>হাতের বাতি</translation>
        </message>
        <message>
            <source>Drag it</source>
            <translation>টেনে নিন</translation>
        </message>
    </context>
    <context>
        <name>LampHandle</name>
        <message>
            <source>Lamp</source>
            <translation>বাতি</translation>
        </message>
        <message>
            <source>Drag it around the product, or use the arrow keys. Home puts it back, Escape switches it off.</source>
            <translation>পণ্যের চারপাশে টেনে নিন, কিংবা তীর-কি চাপুন। Home চাপলে আগের জায়গায় ফেরে, Escape চাপলে নেভে।</translation>
        </message>
    </context>
    <context>
        <name>Magnifier</name>
        <message>
            <source>Magnifier, %1 times</source>
            <translation>আতশকাচ, %1 গুণ</translation>
        </message>
        <message>
            <source>Arrow keys move it, plus and minus change how much it magnifies, Escape puts it away.</source>
            <translation>তীর-কি চাপলে সরে, যোগ-বিয়োগ চাপলে বড়-ছোট করে, Escape চাপলে সরে যায়।</translation>
        </message>
    </context>
    <context>
        <name>MoreMenu</name>
        <message>
            <source>More</source>
            <translation>আরও</translation>
        </message>
        <message>
            <source>Opens what else can be done with the product.</source>
            <translation>পণ্যটি নিয়ে আর কী করা যায়, তার তালিকা খোলে।</translation>
        </message>
    </context>
    <context>
        <name>ProductPage</name>
        <message>
            <source>There is no picture of this one yet.</source>
            <translation>এটির কোনো ছবি এখনো নেই।</translation>
        </message>
        <message>
            <source>This one has not been looked at on this device yet, and the shop can't be reached.</source>
            <translation>এটি এই যন্ত্রে আগে দেখা হয়নি, আর দোকানেও এখন পৌঁছানো যাচ্ছে না।</translation>
        </message>
        <message>
            <source>This is no longer in the shop.</source>
            <translation>এটি আর দোকানে নেই।</translation>
        </message>
        <message>
            <source>This could not be read.</source>
            <translation>এটি পড়া যায়নি।</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>আবার চেষ্টা করুন</translation>
        </message>
    </context>
    <context>
        <name>ProductPanel</name>
        <message>
            <source>Sold out</source>
            <translation>শেষ হয়ে গেছে</translation>
        </message>
        <message>
            <source>Add to cart</source>
            <translation>ঝুড়িতে রাখুন</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>তুলনা</translation>
        </message>
    </context>
    <context>
        <name>ProductStage</name>
        <message>
            <source>%1 in 3D</source>
            <translation>%1, ত্রিমাত্রিক</translation>
        </message>
        <message>
            <source>Product in 3D</source>
            <translation>ত্রিমাত্রিক পণ্য</translation>
        </message>
        <message>
            <source>Arrow keys turn it, with Shift they move it, plus and minus zoom, Home resets the view, comma and full stop go through its parts, F looks closer at one, E takes it apart.</source>
            <translation>তীর-বোতামে ঘোরান, সঙ্গে Shift চাপলে সরে, যোগ-বিয়োগে কাছে-দূরে আনুন, Home চাপলে শুরুর দৃশ্য, কমা ও ফুলস্টপে এক অংশ থেকে আরেক অংশে যান, F চাপলে সেটি কাছে আসে, E চাপলে খুলে যায়।</translation>
        </message>
    </context>
    <context>
        <name>PartCard</name>
        <message>
            <source>Close</source>
            <translation>বন্ধ করুন</translation>
        </message>
        <message>
            <source>by itself</source>
            <translation>আলাদা নিলে</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>আবার বসান</translation>
        </message>
        <message>
            <source>Take off</source>
            <translation>খুলে নিন</translation>
        </message>
    </context>
    <context>
        <name>ProductView</name>
        <message>
            <source>Getting the object</source>
            <translation>জিনিসটি আনা হচ্ছে</translation>
        </message>
        <message>
            <source>How far apart</source>
            <translation>কতটা আলাদা</translation>
        </message>
    </context>
    <context>
        <name>SaveMark</name>
        <message>
            <source>Saving… %1 %</source>
            <translation>সংরক্ষণ হচ্ছে… %1 %</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>সংরক্ষিত হয়েছে</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>সংরক্ষিত হয়নি</translation>
        </message>
    </context>
    <context>
        <name>SizeLines</name>
        <message>
            <source>Point to measure</source>
            <translation>মাপার বিন্দু</translation>
        </message>
        <message>
            <source>Arrow keys move it, with Shift by less, Return sets a point on the product.</source>
            <translation>তীর-কি চাপলে সরে, Shift-সহ চাপলে একটু করে; Return চাপলে পণ্যের গায়ে বিন্দু বসে।</translation>
        </message>
        <message>
            <source>Width: %1</source>
            <translation>চওড়া: %1</translation>
        </message>
        <message>
            <source>Depth: %1</source>
            <translation>গভীরতা: %1</translation>
        </message>
        <message>
            <source>Height: %1</source>
            <translation>উচ্চতা: %1</translation>
        </message>
        <message>
            <source>Between two points: %1</source>
            <translation>দুই বিন্দুর মাঝে: %1</translation>
        </message>
        <message>
            <source>Changes between centimetres and inches.</source>
            <translation>সেন্টিমিটার আর ইঞ্চির মধ্যে বদলায়।</translation>
        </message>
    </context>
    <context>
        <name>StageTools</name>
        <message>
            <source>Reset view</source>
            <translation>শুরুর দৃশ্য</translation>
        </message>
        <message>
            <source>Put together</source>
            <translation>জোড়া লাগান</translation>
        </message>
        <message>
            <source>Take apart</source>
            <translation>খুলে দেখুন</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>খুঁটিনাটি</translation>
        </message>
        <message>
            <source>Dimensions</source>
            <translation>মাপ</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>ফিরিয়ে আনুন</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>ফেলে দেখুন</translation>
        </message>
        <message>
            <source>Magnifier</source>
            <translation>আতশকাচ</translation>
        </message>
        <message>
            <source>Lamp in your hand</source>
            <translation>হাতের বাতি</translation>
        </message>
        <message>
            <source>Turns by itself</source>
            <translation>আপনিই ঘোরে</translation>
        </message>
        <message>
            <source>What hands can do</source>
            <translation>হাতে কী কী করা যায়</translation>
        </message>
    </context>
    <context>
        <name>StudioPicker</name>
        <message>
            <source>Light: %1</source>
            <translation>আলো: %1</translation>
        </message>
        <message>
            <source>Opens the light studios to choose from.</source>
            <translation>কোন আলোয় দেখবেন, তার তালিকা খোলে।</translation>
        </message>
    </context>
    <context>
        <name>QuantityStepper</name>
        <message>
            <source>Quantity</source>
            <translation>পরিমাণ</translation>
        </message>
    </context>
    <context>
        <name>RefusedLine</name>
        <message>
            <source>Something could not go into the cart.</source>
            <translation>একটি জিনিস ঝুড়িতে রাখা যায়নি।</translation>
        </message>
        <message>
            <source>%1 could not go into the cart.</source>
            <translation>%1 ঝুড়িতে রাখা যায়নি।</translation>
        </message>
        <message>
            <source>A quantity in the cart could not be changed.</source>
            <translation>ঝুড়ির একটি পরিমাণ বদলানো যায়নি।</translation>
        </message>
        <message>
            <source>The quantity of %1 could not be changed.</source>
            <translation>%1-এর পরিমাণ বদলানো যায়নি।</translation>
        </message>
        <message>
            <source>An order could not be placed.</source>
            <translation>একটি অর্ডার নেওয়া যায়নি।</translation>
        </message>
        <message>
            <source>An order could not be cancelled.</source>
            <translation>একটি অর্ডার বাতিল করা যায়নি।</translation>
        </message>
        <message>
            <source>A change could not be taken.</source>
            <translation>একটি পরিবর্তন নেওয়া যায়নি।</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>আবার চেষ্টা করুন</translation>
        </message>
        <message>
            <source>Put away: %1</source>
            <translation>সরিয়ে রাখুন: %1</translation>
        </message>
        <message>
            <source>%1 is sold out.</source>
            <translation>%1 শেষ হয়ে গেছে।</translation>
        </message>
        <message>
            <source>%1: only %2 left.</source>
            <translation>%1: আছে আর মাত্র %2টি।</translation>
        </message>
        <message>
            <source>%1 costs %2 now instead of %3.</source>
            <translation>%1-এর দাম এখন %3 নয়, %2।</translation>
        </message>
        <message>
            <source>A price or the stock has changed.</source>
            <translation>দাম বা মজুত বদলে গেছে।</translation>
        </message>
        <message>
            <source>The order&apos;s things are in the cart again.</source>
            <translation>ফরমাশের জিনিসগুলো আবার ঝুড়িতে আছে।</translation>
        </message>
</context>
    <context>
        <name>RefusedList</name>
        <message>
            <source>Not taken by the shop</source>
            <translation>দোকান যা নিতে পারেনি</translation>
        </message>
    </context>
    <context>
        <name>StageWords</name>
        <message>
            <source>Waiting to be sent</source>
            <translation>পাঠানোর অপেক্ষায়</translation>
        </message>
        <message>
            <source>Placed</source>
            <translation>গৃহীত</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>নিশ্চিত</translation>
        </message>
        <message>
            <source>Packed</source>
            <translation>মোড়ানো হয়েছে</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>পথে আছে</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>পৌঁছে গেছে</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>বাতিল</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>ফেরত</translation>
        </message>
    </context>
    <context>
        <name>StockMark</name>
        <message>
            <source>Sold out</source>
            <translation>শেষ হয়ে গেছে</translation>
        </message>
        <message>
            <source>Only %1 left</source>
            <translation>আর মাত্র %1টি</translation>
        </message>
        <message>
            <source>In stock</source>
            <translation>আছে</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Back</source>
            <translation>ফিরে যান</translation>
        </message>
    </context>
</TS>
