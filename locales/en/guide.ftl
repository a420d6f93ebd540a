# Short lists. One line is one item.

ask-programme =
  Do you give rewards for not using (contingency management)? For cocaine, this works best.
  Do you teach skills to handle thoughts and cravings (CBT)?
  Do you help people find their own reasons to change (motivational interviewing)?
  Do you treat mind and drug use together?
  Can family or friends take part?
  Are nurses or doctors on site, and at what times?
  What help is there when this ends?
ask-group =
  Is it fine just to listen at first?
  Is it for cocaine, or for all drugs? Who comes there?
  Is faith a part of it? Can one join without it?
  Can family or friends come, or is there a group for them?
  Who can be called between meetings?
choose-place =
  Ask a { -doctor } or a helpline which places they trust.
  Ask for the full price, and what insurance or public health care pays.
  Think of the way there. Talk to people who have been there.
  A good place answers your questions and does not rush you.
coming-down =
  Coming down from cocaine is usually not dangerous to the body by itself.
  The risks are very low mood, thoughts of suicide, and use after a break. The heart can also have trouble from the last use.
  It can be dangerous to stop daily alcohol or calming pills as well.
  No one has to go through it alone.
coming-down-helps =
  Many people come down safely at home with someone near. A medical check is a good idea.
  Rest in a quiet room. Sleep when sleep comes.
  Sip water, and eat small meals.
  Keep a charged phone close, and { $who ->
    [other] look in often.
   *[self] have someone look in often.
  }
  For aches, ask a pharmacist which medicine is safe.
  A craving rises and fades. Music, slow breaths or a call can help it pass.
coming-down-get-help =
  Thoughts of suicide: call { $crisis } at once. With a plan to act, call { $emergency }.
  Will not wake, chest pain, a seizure, great heat, or seeing or hearing things: call { $emergency }.
  No sleep, food or drink for a day, or aches that stay: call a { -doctor } the same day.
avoid =
  No alcohol and no one else's pills to come down.
  No sudden stop of daily alcohol, sleep or calming pills.
  No waiting at home with a high fever after cocaine. Call { $emergency }.
  No waiting with new chest pain. It is not a sore muscle until it has been checked.
  No use alone, above all after a break. The body can take less than before.
  Go easy on coffee and energy drinks. For some they make fear and sleep worse.
  Leave hard exercise for later.
naloxone =
  Cocaine can hold fentanyl. You cannot see or taste it. Test strips can find it, but not always.
  Naloxone can turn an opioid overdose around. It comes as a nose spray or a shot.
  Ask a pharmacist or drug service for it.
  If someone will not wake or breathes slowly, call { $emergency } and give it.
  Roll them on one side and stay. It can wear off.
  It does not work on cocaine itself, so always call.
find-place =
  Say what kind of care you look for, and in which town.
  Ask a { -doctor } as well. They can check health and know who to ask nearby.
  Call two or three places. Ask how soon they can start.
  Is the wait long? Ask for visits or calls until then, and who to call if it gets worse.
  Is no one there? Try the next number, or call again later.
call-script =
  { $who ->
    [other] “Hello. I would like help for someone I care about. It is about cocaine.”
   *[self] “Hello. I would like help. It is about cocaine.”
  }
  “I think this kind of care may fit: { $name }.”
  “Is there a place like that near here? How soon can it start?”
  “What does it cost, and who pays?”
  “What can we do until then? Who else could I call?”
again-support =
  Cravings come more often, or bring plans to use.
  Groups and visits get skipped, or old places come back.
  Use happened, even once. That is a reason to call, not a reason for shame.
  A month has gone by, or something big has changed.
again-treatment =
  Use goes on between visits, or cravings win on most days.
  Visits get missed, or the plan does not fit work or home.
  Mood gets darker, or sleep stays bad.
  Home is no longer steady or safe.
  Two or three weeks have gone by, or this step of care ends.
again-first_step =
  No place was found within a day. Then call a { -doctor } or helpline again.
  It gets harder than it is now.
  The detox is over. Then check which care comes next.
more-help-now =
  An emergency sign, such as chest pain, a seizure, or seeing things. Call { $emergency }.
  Thoughts of suicide. Call { $crisis }. If there is a plan, call { $emergency }.
  Shakes, sweats or fever after stopping alcohol or pills. Call { $emergency }.
  No sleep, food or drink for a day. Call a { -doctor } the same day.
helper-start =
  Choose a calm time, when no one is high or in a rush.
  Say what you see and feel: “I worry when you do not sleep.”
  Ask, then listen: “What would help?” Leave time to answer.
  Offer one small step, such as a call you make side by side.
  Leave out blame, labels and threats.
helper-refuse =
  A no is for today. Ask again on another day.
  Say where help is, and that you will come along.
  Help with food, trips and visits, not with money for use.
  Talk about staying safe: not to use alone, and naloxone close by.
  In an emergency call { $emergency }, even if they say no.
helper-can =
  Listen, stay calm, and say that you care.
  Ask about thoughts of suicide in plain words. Asking is safe.
  Stay with them in the first days, or find people who can.
  Help with meals, children, trips and calls.
  Go along to a first visit.
  Learn the emergency signs. Keep naloxone near.
helper-cannot =
  You cannot be their doctor or their only help.
  You cannot make the choice for them.
  You cannot watch them day and night.
  You did not cause this, and love alone may not change it.
helper-care =
  Talk to someone for yourself. Helplines and family groups are there for you too.
  Set limits you can keep, and say them in a calm moment.
  Keep some time of your own.
  If you are not safe, leave first and then call.
self-care =
  Keep set times for sleep and meals.
  Choose a few people to call, and tell them how they can help.
  Put away things tied to use, and take new ways home.
  A craving rises and fades. Music, slow breaths or a call can help it pass.
  Note when cravings come, and what helped.
  Be kind to yourself. A setback shows what to change, and is not the end.
