# Short lists. One line is one item.

ask-programme =
  Do you give rewards for not using (contingency management)? For cocaine, this works best.
  Do you teach skills to handle thoughts and cravings (CBT)?
  Do you help people find their own reasons to change (motivational interviewing)?
  Do you treat mind and drug use together?
  Can family or friends take part?
  Are nurses or doctors on site, and at what times?
  What help is there when this ends?
choose-place =
  Ask a { -doctor } or a helpline which places they trust.
  Ask for the full price, and what insurance or public health care pays.
  Think of the way there. Talk to people who have been there.
  A good place answers your questions and does not rush you.
coming-down =
  Coming down from cocaine is usually not dangerous to the body by itself.
  The risks are very low mood, thoughts of suicide, and use after a break. The heart can also have trouble from the last use.
  Coming off alcohol or sedatives as well can be dangerous.
  Most people feel tired, low, hungry or on edge, sleep badly and ache. The first days are often the worst.
  Low mood and cravings can come and go for weeks or months.
  Many people come down safely at home with someone near. A medical check is a good idea.
  Rest in a quiet room. Sip water and eat small meals. Keep a charged phone close.
avoid =
  Do not take alcohol or someone else's pills to come down.
  Do not stop daily alcohol, sleep or calming pills all at once.
  Do not treat a high fever at home after cocaine. Call { $emergency }.
  Do not wait out new chest pain. It is not a sore muscle until it has been checked.
  Do not use alone after a break. The body can take less than before.
  Go easy on coffee and energy drinks. For some they make fear and sleep worse.
  Leave hard exercise for later.
naloxone =
  Cocaine can hold fentanyl. You cannot see or taste it. Test strips can find it.
  Naloxone can turn an opioid overdose around. It comes as a nose spray or a shot.
  Ask a pharmacist or drug service for it.
  If someone will not wake or breathes slowly, call { $emergency } and give it.
  Roll them on one side and stay. It can wear off.
  It does not work on cocaine itself, so always call.
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
