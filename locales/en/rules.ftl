# Reasons for a level.

rule-R01 = Support helps people stay well at every stage.
rule-R02 = Use not long ago is a good reason for regular visits.
rule-R03 = Use may come soon, so regular visits can help keep things steady.
rule-R04 = Mental health gets in the way of daily life, so it needs regular care too.
rule-R05 = A health problem or pregnancy needs to be checked often.
rule-R06 = Opioid use needs a doctor, and some medicines for it save lives.
rule-R10 = Use on most days or in long runs often needs more than one visit a week.
rule-R11 = A come-down this hard calls for support several times a week.
rule-R12 = The come-down is hard and someone may not be there, so staff day and night is safer.
rule-R13 = When eating, drinking or getting up is too much, medical help is the first step.
rule-R14 = Feeling watched or hunted needs a calm place and medical help while it fades.
rule-R20 = It is not safe to stop heavy or daily drinking all at once, so detox comes first.
rule-R21 = It is not safe to stop daily sleep or calming pills all at once, so detox comes first.
rule-R22 = Stopping drink or pills went badly before, so this time detox should come first.
rule-R30 = Thoughts of suicide can ease with close care and contact nearly every day.
rule-R31 = With thoughts of suicide it is safer not to be alone, and staff can be there.
rule-R32 = Mental health needs help nearly every day, and day treatment can give that.
rule-R33 = Mental health needs daily help, and life at home cannot give enough of it.
rule-R34 = With thoughts of suicide and no steady, safe home, staff day and night is safer.
rule-R40 = In pregnancy it is safer to stop with medical help close by.
rule-R41 = With a serious illness it is safer to come down with doctors close by.
rule-R42 = With a health problem and so much use, someone should check on most days.
rule-R50 = Use may come and could do great harm, so help a few times a week makes sense.
rule-R51 = Use is likely within days and could cost a lot, so help a few times a week makes sense.
rule-R52 = Use is likely within a day, so help is needed each day.
rule-R53 = Use is likely soon, could do serious harm, and days are empty, so full days of care help.
rule-R54 = Use is likely soon, could do serious harm, and maybe no one can be there, so staff should be.
rule-R55 = Use could come within a day and do serious harm, so live-in care is safer.
rule-R56 = Use is likely within a day and home makes it harder, so a place away helps.
rule-R60 = Weekly sessions were not enough, so more of them may help.
rule-R61 = After detox, a live-in stay or a day { -program }, a few sessions a week come next.
rule-R62 = Several sessions a week were not enough, so full days of care may help.
rule-R63 = Day treatment or a live-in stay was not enough so far, so care day and night makes sense.
rule-R70 = Home is not steady or not safe, so more support each week is needed.
rule-R71 = With heavy use and no steady, safe home, living in gives firm ground.
rule-R72 = With no one close by to help, more time with staff each week makes up for it.
rule-R80 = Many things are hard at once, so full days of care fit better than a few sessions.

# What stands beside a level.

modifier-crisis_line = Someone to talk to now
  .text = Thoughts of suicide can pass, and no one has to face them alone. You can call { $crisis } at any hour. If there is danger, call { $emergency }.
modifier-no_sudden_stop = No sudden stop of alcohol or pills
  .text = With daily alcohol, sleep or calming pills, a sudden stop can bring on a seizure. Do not stop alone. Get medical help today.
modifier-opioid_medication = Medicine for opioid use
  .text = Some medicines save lives in opioid use. Two are methadone and buprenorphine. Ask a doctor or clinic. There is none yet for cocaine.
modifier-naloxone = Keep naloxone close
  .text = Cocaine can hold fentanyl, and no one can see or taste it. Naloxone can turn an opioid overdose around. No one should use alone, above all after a break.
modifier-dual_diagnosis = Care for mind and drug use together
  .text = Mood and drug use feed each other. Ask for one team that treats both at the same time (dual diagnosis care).
modifier-prenatal_care = Care in pregnancy
  .text = A doctor or midwife should know soon what is used. Good care helps both, without blame.
modifier-medical_check = A medical check
  .text = A check of heart, mood and health is a good idea. Ask a { -doctor } for one soon.
modifier-housing = A steady place to live
  .text = Ask about { -sober-home } and a case worker. A calm home makes any care work better.
modifier-safety_at_home = Safety at home
  .text = A helpline for violence at home can help make a plan, in private. In danger, call { $emergency }.
modifier-family_and_peers = People who can help
  .text = Family, friends and peer groups can share the load. Ask for one clear thing, such as a call each night.
modifier-work_and_days = Days with a shape
  .text = Set times for sleep, meals and one thing to do each day. A case worker can help with work or training.

# The nearest workable plan.

alternative-A01 = If living in is not possible, day treatment comes closest. Try to have someone there at night.
alternative-A02 = If full days cannot work, several sessions a week may fit around work or care.
alternative-A03 = If the daily trip is too hard, a live-in stay takes it away.
alternative-A04 = If that many visits cannot work, start with one a week, even by phone.
alternative-A05 = If it is only time to talk for now, talks with a { -counselor } are a real start. More can follow.
alternative-A06 = { alternative-A05 }
alternative-A07 = { alternative-A05 }
alternative-A08 = If visits are not for now, start with a helpline or a peer group, even online.
