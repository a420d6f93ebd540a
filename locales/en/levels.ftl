# The levels of care, least to most intensive.

-not-alone = { $who ->
  [other] If they use, ask them not to be alone.
 *[self] If you use, do not be alone.
}
-someone-stays = { $who ->
  [other] Stay with them, or find someone who can, until care starts.
 *[self] Ask someone to stay with you until care starts.
}
-long-wait = Is the wait long? Peer groups and helplines can start today.

level-recovery_support = Ongoing recovery support
  .plain = Support to stay well
  .what = Talks, groups and check-ins that help to stay well. It often follows treatment.
  .who = People who have been well for a while, or who have just ended treatment.
  .good =
    It makes the step back to daily life easier.
    Peers who have been there can give hope.
  .hard =
    It goes on for years, often for life.
    It can be too little if use comes close again.
  .there =
    Talks with a { -counselor }, alone or in a group.
    Peer groups, such as Cocaine Anonymous.
    Check-ins, and a look at any medicines.
  .first-day =
    At a first group, it is fine just to listen. No one has to speak.
    Someone says hello, and says how the group works.
    A first talk with a { -counselor } is about what helps, and what makes it hard.
    Ask who you can call between meetings.
  .cost = Most peer groups are free. Talks may cost. Plan for an hour or two a week.
  .today =
    Choose one group, in a room or online, and note its day and time.
    { $who ->
      [other] Ask how they are, and listen.
     *[self] Tell someone who backs you how you are.
    }
    Is there a { -counselor } or clinic from before? Ask for a check-in.
    Write down two early signs that use is near, and who to call then.

level-outpatient = Outpatient care
  .plain = Weekly visits, living at home
  .what = Visits to a { -counselor } or clinic, once or twice a week.
  .who = People with milder signs, good support, and the will to keep to a plan.
  .good =
    Work, school and home life go on.
    It costs less than most other care.
    For many people it works as well as living in.
  .hard =
    It takes will to keep to the plan between visits.
    There is less support than in other care.
  .there =
    Check-ins with a doctor or nurse.
    Talking therapy, alone or in a group.
  .first-day =
    The first visit is mostly a talk, about use, health, mood and home.
    Say as much as feels right. It is fine to ask who can see what is said.
    There may be a short health check, and a drug test to help plan care.
    At the end there is a plan: the next visit, and what to do until then.
  .cost = It is often the lowest in cost. Ask what insurance or public health care pays.
  .today =
    Call a drug helpline or a { -doctor } and ask for a first visit.
    { -long-wait }
    { $who ->
      [other] Offer to go along.
     *[self] Tell one person you trust about the plan.
    }
    Plan the next two evenings: where to be, with whom, and what to do when a craving comes.
    { -not-alone }

level-iop = Intensive outpatient { -program } (IOP)
  .plain = Several sessions a week, living at home
  .what = A few hours at a time, on three or more days a week.
  .who = People who need more than weekly visits and keep up work or family. It is also a step down from day or live-in care.
  .good =
    Times can often fit around work or family.
    New skills can be tried out at home at once.
  .hard =
    It gives less support than day treatment.
    There is no care at night.
  .there =
    Groups and one-to-one talks.
    Skills for cravings and for saying no.
  .first-day =
    Staff ask about use, health, mood and home, much like a long first visit.
    There may be a health check, and a drug test to help plan care.
    They say on which days the group meets, and who leads it.
    A first group may be on the same day. It is fine just to listen.
  .cost = More than weekly visits, less than living in. It often lasts two or three months.
  .today =
    Call a drug helpline or a { -doctor } and ask for an IOP, several sessions a week.
    Ask for a check-up as well, of heart, mood and health.
    { -long-wait }
    { -not-alone }

level-php = { $words ->
  [uk] Day hospital or day programme (PHP)
  [au] Day hospital or day program (PHP)
 *[us] Partial hospitalization (PHP)
}
  .plain = Day treatment, sleeping at home
  .what = Care for most of the day, on most days. Nights are spent at home.
  .who = People who need help each day and have a safe place to sleep.
  .good =
    It gives a lot of help, with nights at home.
    For many people it works as well as living in, and costs less.
  .hard =
    It needs a safe home at night.
    It leaves little time for work or school.
  .there =
    Groups, one-to-one talks and new skills.
    Care for mind and drug use, often with a doctor.
  .first-day =
    Staff go through health, mood and medicines. A doctor or nurse may take part.
    They say how a day goes: groups, talks, meals and breaks.
    There may be a drug test to help plan care.
    Before the day ends there is a plan for the evening, the night and the trip home.
  .cost = Less than living in, more than a few sessions a week. It often lasts some weeks.
  .today =
    Call a drug helpline or a { -doctor } and ask for day treatment that can start soon.
    { -long-wait }
    { -someone-stays }
    Keep a charged phone close. Call { $crisis } if it gets too hard.

level-inpatient = Inpatient or residential care
  .plain = Living in, with care day and night
  .what = A place to live for a time, with staff there day and night. Some have nurses or doctors on site, so ask.
  .who = People with severe needs of body or mind, or with no safe, steady home.
  .good =
    There is help at any hour.
    It is away from places and people tied to use.
    Each day has a clear plan.
  .hard =
    It can cost a lot.
    It means a long time away from home, work and family.
    Later on, it does not always do more than day treatment.
  .there =
    Groups, one-to-one talks and new skills.
    Plans for the time after the stay.
  .first-day =
    Bring some clothes, any medicines in their boxes, and papers such as an ID.
    Staff go through health, mood and medicines. They may look through the bags.
    There is a bed, a meal, and someone who says how the days go.
    Ask when calls and visits are fine. Some places keep phones for the first days.
    There is time to rest before the groups start.
  .cost = It often costs the most. Ask what insurance or public health care pays. Stays run from weeks to months.
  .today =
    Call a drug helpline or a { -doctor } and ask which places have a bed soon.
    { -someone-stays }
    Keep a charged phone close. { -not-alone }

level-detox = Medically supervised detox
  .plain = Medical help with coming down
  .what = Detox means medical support while a person comes down. It is a first step, and treatment follows.
  .who = Not everyone needs it. It helps people who stop daily alcohol, sedatives or opioids. It helps those who are pregnant or very ill, in a very hard come-down, or at risk alone.
  .good =
    Staff watch over health and ease the hard parts.
    Stopping alcohol or sedatives is safer there.
    It gives treatment a calm start.
  .hard =
    It is only the start. Treatment has to follow.
    For cocaine alone, many people do not need it.
  .there =
    Checks of heart, blood pressure, mood and sleep.
    Medicine, if a doctor thinks it will help.
  .first-day =
    A nurse or doctor asks what was taken, how much and when. True answers keep it safe.
    They check heart, blood pressure, heat and mood, and check again by day and by night.
    Medicine may ease the hard parts. There is none made for cocaine itself.
    There is rest, food and quiet.
    Staff start to plan the care that comes next.
  .cost = It often takes some days. The cost varies, so ask what insurance or public health care pays.
  .today =
    Call a { -doctor } today and ask for medical detox. A drug helpline can say where.
    No sudden stop of daily alcohol, sleep or calming pills. A doctor can say how to do it.
    { -someone-stays }
    Keep a charged phone close. Call { $emergency } if an emergency sign comes.

level-emergency = { $words ->
  [uk] A&E
  [au] Emergency department
 *[us] Emergency room
}
  .plain = Help right now
  .what = Care at once for a danger to life or health, in hospital or by ambulance.
  .who = People with one of the emergency signs, even if it may turn out fine.
  .good =
    It can save a life.
    It is open day and night.
  .hard =
    It is short, and does not treat the drug use itself.
    There may be a wait.
  .there =
    A check of heart, breathing, heat and mind.
    Treatment for what cannot wait.
  .first-day =
    Staff check how urgent it is. The most urgent go first.
    They ask what was taken and when. They ask so that they can help.
    They check heart and breathing, and may take blood.
    It is fine to ask that someone stays close.
    If it gets worse while waiting, tell the staff at once.
  .cost = It takes hours, or a night or more. Do not wait because of the cost.
  .today =
    Call { $emergency } now.
    { -someone-stays }
    Tell the staff what was taken. It helps them give the right care.
    Before going home, ask what care comes next.
