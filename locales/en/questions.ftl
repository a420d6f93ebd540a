# The questions, in the order they are asked, and their options.
# "other" is for a visitor who answers for somebody they care about.

question-danger_now = { $who ->
  [other] Is any of this happening to the person now, or in the last day?
 *[self] Is any of this happening to you now, or in the last day?
}
  .short = Emergency signs
  .hint = If you are not sure, say so. It is right to ask for help.
# These options are also the list of emergency signs on every page.
options-danger_now =
  .none = None of these
  .danger_home = Being hurt or threatened by someone right now
  .swallowed_drugs = Swallowed or hid bags of drugs in the body, or a child took some, even if fine
  .vomiting_or_dark_urine = Keeps throwing up, blood coughed or thrown up, dark pee, or bad muscle or belly pain
  .pregnancy_trouble = Pregnant, with blood or fluid loss, strong pain, birth pains, or a baby that moves less
  .stopping_shakes = Stopped daily drinks, benzos, GHB or sleep pills: now shakes, sweats, is hot, mixed up or sees things
  .mind_out_of_control = Sees or hears things not there, feels hunted, makes no sense, is out of control, or may do harm
  .overheating = Very hot or a high fever, and may sweat, be dry, stiff or confused
  .heartbeat_faint = Fainting, or a heart that pounds, skips, or goes very fast or slow
  .stroke_signs = Face droops, weak arm, slurred speech, sudden bad headache, or lost sight or balance
  .seizure = A seizure or fit, even if it has stopped
  .chest_or_breathing = Chest pain or tightness, also in arm, jaw or back, or trouble breathing
  .not_waking = Passed out, limp or will not wake, slow breath, gurgling, tiny pupils, or blue or { -gray } lips
  .declined = I am not sure

question-suicide_thoughts = { $who ->
  [other] Have they talked of ending their life, or do you worry that they may?
 *[self] Lately, have you thought of ending your life or hurting yourself?
}
  .short = Thoughts of suicide
  .hint = { $who ->
    [other] Asking them is safe. You can call { $crisis } at any time.
   *[self] Such thoughts can pass, and help is there. You can call { $crisis } at any time.
  }
options-suicide_thoughts =
  .none = No
  .thoughts = Thoughts, but no plan, and able to stay safe
  .plan_or_unsafe = A plan or means, an attempt, or not sure of staying safe
  .declined = I would rather not say

question-place = { $who ->
  [other] Where do things stand for them with cocaine now?
 *[self] Where do things stand for you with cocaine now?
}
  .short = Where things stand
options-place =
  .in_recovery = Stopped three months ago or more
  .stopped_weeks = Stopped for one week to three months, or just left detox or live-in care
  .coming_down = Stopped in about the last week
  .using = Still using, often or now and then

question-pattern = { $who ->
  [other] How often do they use cocaine?
 *[self] How often do you use cocaine?
}
  .short = How often
  .hint = If use has stopped, think of the time before.
options-pattern =
  .monthly = Once a month or less
  .weekly = About once a week, or some weekends
  .several_weekly = Two to four days a week
  .most_days = Most days
  .binges = In long runs, for hours or days, with little sleep
  .declined = { -not-sure }

question-come_down = { $who ->
  [other] How are they now, after their last use?
 *[self] How are you now, after your last use?
}
  .short = The come-down
  .hint = If use goes on, think of when it wears off.
options-come_down =
  .little = Fine, or only a little off
  .mild = Tired, low, hungry or with cravings, but getting by
  .hard = Hard to get through the day: very low, panic, no sleep or strong cravings
  .cannot_cope = Cannot cope with eating, drinking or getting up
  .suspicious = Feels watched, or that people are out to do harm, but is safe now
  .declined = { -not-sure }

question-other_substances = { $who ->
  [other] Is any of this true for them as well?
 *[self] Is any of this true for you as well?
}
  .short = Other drugs, alcohol
  .hint = Count what stopped in the last week as well.
options-other_substances =
  .none = None of these
  .opioids = Heroin, fentanyl, pain pills or other opioids
  .bad_withdrawal = Past seizure, shakes or seeing things when alcohol or benzos stopped
  .sedatives_daily = Sleep or calming pills each day, such as benzos or street pills, or GHB
  .alcohol_daily = Alcohol each day, or heavy drinking on most days
  .declined = { -not-sure }

question-mental_health = { $who ->
  [other] How are their mood and mind these days?
 *[self] How are your mood and mind these days?
}
  .short = Mental health
options-mental_health =
  .well = Well
  .managed = Some worries or a known illness, but well managed
  .disrupting = Gets in the way of daily life
  .severe = Needs help nearly every day
  .declined = { -not-sure }

question-physical_health = { $who ->
  [other] How is their body doing?
 *[self] How is your body doing?
}
  .short = Physical health
options-physical_health =
  .well = Well
  .needs_watching = A health problem that is not steady and needs close checks
  .serious_illness = Bad heart, liver or kidney trouble, or a hospital stay a short time back
  .pregnant = Pregnant, or may be
  .declined = { -not-sure }

question-next_use = { $who ->
  [other] With no extra help, how soon would they likely use cocaine?
 *[self] With no extra help, how soon would you likely use cocaine?
}
  .short = Next use
options-next_use =
  .unlikely = Not likely
  .weeks = Within weeks
  .days = Within days
  .day = Within a day
  .declined = { -not-sure }

question-harm_if_use = { $who ->
  [other] If they used, how bad could it be?
 *[self] If you used, how bad could it be?
}
  .short = Harm from use
options-harm_if_use =
  .little = Not much would change
  .losses = Losses or trouble with money, work or people
  .serious = Overdose, grave harm, or the loss of home or children
  .declined = { -not-sure }

question-treatment_so_far = { $who ->
  [other] What care have they had so far?
 *[self] What care have you had so far?
}
  .short = Care so far
  .hint = If more than one fits, choose the last one.
options-treatment_so_far =
  .none = None, or only self-help groups
  .helped = Treatment that helped
  .outpatient_not_enough = Weekly sessions, but they were not enough
  .stepping_down = Now ending detox, a live-in stay or a day { -program }
  .iop_not_enough = Several sessions a week, but not enough
  .day_or_live_in_not_enough = Day treatment or a live-in stay, but not enough
  .declined = { -not-sure }

question-home = { $who ->
  [other] What is their home like now?
 *[self] What is your home like now?
}
  .short = Home
options-home =
  .steady = Steady and safe
  .drugs_near = Steady, but drugs are used there or close by
  .unsteady = No steady place to live
  .unsafe = Not safe, because of violence or threats
  .declined = { -not-sure }

question-support = { $who ->
  [other] In the first days, above all at night, who could be with them?
 *[self] In the first days, above all at night, who could be with you?
}
  .short = People near
options-support =
  .most_nights = Someone, most evenings and nights
  .sometimes = Someone, now and then
  .nobody = No one
  .declined = { -not-sure }

question-days = { $who ->
  [other] What fits their days?
 *[self] What fits your days?
}
  .short = Days
options-days =
  .can_make_time = There can be time for treatment
  .must_keep_work_or_care = Work, school or care for others must go on
  .cannot_stay_overnight = Nights away from home will not work
  .cannot_travel = Getting to a place often is too hard
  .only_ready_to_talk = Only ready to talk for now
  .empty_days = Days are empty, with little to do
  .declined = { -not-sure }
