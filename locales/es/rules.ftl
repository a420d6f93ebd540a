# Razones para un nivel.

rule-R01 = El apoyo ayuda a seguir bien en cada etapa.
rule-R02 = Haber consumido hace poco es una buena razón para tener citas fijas.
rule-R03 = El consumo puede volver pronto, y las citas fijas ayudan a que todo siga estable.
rule-R04 = Los problemas de salud mental complican la vida diaria, y también necesitan citas fijas.
rule-R05 = Un problema de salud o un embarazo se debe revisar a menudo.
rule-R06 = Con los opioides hace falta un médico, y algunas medicinas salvan vidas.
rule-R10 = Si se consume casi todos los días o de corrido, suele hacer falta más de una cita por semana.
rule-R11 = Con un bajón tan fuerte hace falta apoyo varias veces por semana.
rule-R12 = El bajón es fuerte y quizá no haya nadie cerca. Es más seguro tener personal día y noche.
rule-R13 = Si no hay fuerzas para comer, beber o levantarse, lo primero es la ayuda médica.
rule-R14 = Si hay sensación de que alguien vigila o persigue, hace falta un lugar tranquilo y ayuda médica hasta que pase.
rule-R20 = No es seguro dejar de golpe el alcohol de cada día o en gran cantidad. Primero va la desintoxicación.
rule-R21 = No es seguro dejar de golpe las pastillas diarias para dormir o calmar los nervios. Primero va la desintoxicación.
rule-R22 = Dejar el alcohol o las pastillas salió mal antes. Esta vez, primero va la desintoxicación.
rule-R30 = Con atención de cerca y contacto casi cada día, los pensamientos de suicidio pueden bajar.
rule-R31 = Con pensamientos de suicidio es más seguro no estar a solas, y el personal puede estar ahí.
rule-R32 = La salud mental necesita ayuda casi todos los días, y el tratamiento de día la puede dar.
rule-R33 = La salud mental necesita ayuda cada día, y en casa no se puede dar la suficiente.
rule-R34 = Con pensamientos de suicidio y sin una casa estable y segura, es más seguro tener personal día y noche.
rule-R40 = En el embarazo es más seguro parar con ayuda médica cerca.
rule-R41 = Con una enfermedad grave es más seguro pasar el bajón con médicos cerca.
rule-R42 = Con un problema de salud y tanto consumo, alguien debe ver cómo va casi todos los días.
rule-R50 = El consumo puede volver y hacer mucho daño. Conviene tener ayuda varias veces por semana.
rule-R51 = Es probable consumir en unos días, y se puede perder mucho. Conviene tener ayuda varias veces por semana.
rule-R52 = Es probable consumir en menos de un día. Por eso hace falta ayuda cada día.
rule-R53 = Es probable consumir pronto, con riesgo de daño grave, y los días están vacíos. Ayuda tener atención todo el día.
rule-R54 = Es probable consumir pronto, con riesgo de daño grave, y quizá no haya nadie cerca. Por eso debe haber personal.
rule-R55 = Se podría consumir en menos de un día, con riesgo de daño grave. Es más seguro vivir un tiempo en un centro.
rule-R56 = Es probable consumir en menos de un día, y en casa es más difícil. Ayuda estar en otro lugar.
rule-R60 = Las sesiones de cada semana no bastaron. Tener más puede ayudar.
rule-R61 = Después de la desintoxicación, de un centro o de un programa de día, siguen varias sesiones por semana.
rule-R62 = Varias sesiones por semana no bastaron. Tener atención todo el día puede ayudar.
rule-R63 = El tratamiento de día o en un centro no bastó hasta ahora. Conviene tener atención día y noche.
rule-R70 = La casa no es estable o no es segura. Hace falta más apoyo cada semana.
rule-R71 = Con mucho consumo y sin una casa estable y segura, vivir en un centro da una base firme.
rule-R72 = Sin nadie cerca que ayude, conviene pasar más tiempo con el personal cada semana.
rule-R80 = Hay muchas cosas difíciles a la vez. La atención todo el día sirve más que unas pocas sesiones.

# Lo que va junto a un nivel.

modifier-crisis_line = Alguien con quien hablar ahora
  .text = Los pensamientos de suicidio pueden pasar, y nadie tiene que vivirlos a solas. Puedes llamar al { $crisis } a cualquier hora. Si hay peligro, llama al { $emergency }.
modifier-no_sudden_stop = No dejar de golpe el alcohol o las pastillas
  .text = Si hay alcohol o pastillas cada día para dormir o calmar los nervios, parar de golpe puede causar convulsiones. No hay que dejarlo a solas. Busca ayuda médica hoy.
modifier-opioid_medication = Medicina para el consumo de opioides
  .text = Algunas medicinas salvan vidas cuando hay consumo de opioides. Dos son la metadona y la buprenorfina. Pregunta a un médico o en una clínica. Para la cocaína todavía no hay ninguna.
modifier-naloxone = Tener naloxona cerca
  .text = La cocaína puede tener fentanilo, y nadie lo ve ni lo siente al probarla. La naloxona puede revertir una sobredosis de opioides. Nadie debe consumir a solas, sobre todo tras una pausa.
modifier-dual_diagnosis = Salud mental y consumo, juntos
  .text = El ánimo y el consumo de drogas se afectan entre sí. Pide un equipo que trate los dos a la vez (atención de diagnóstico dual).
modifier-prenatal_care = Cuidado en el embarazo
  .text = Un médico o una partera deben saber pronto qué se consume. Un buen cuidado ayuda a los dos, sin culpas.
modifier-medical_check = Un chequeo médico
  .text = Es buena idea revisar el corazón, el ánimo y la salud. Pide pronto cita con un { -doctor }.
modifier-housing = Un lugar estable donde vivir
  .text = Pregunta por { -sober-home } y por alguien de trabajo social. Con una casa en calma, todo tratamiento va mejor.
modifier-safety_at_home = Estar a salvo en casa
  .text = Una línea de ayuda sobre violencia en casa puede ayudar a hacer un plan, en privado. Si hay peligro, llama al { $emergency }.
modifier-family_and_peers = Gente que puede ayudar
  .text = La familia, los amigos y los grupos de apoyo pueden aliviar la carga. Pide una sola cosa clara, como una llamada cada noche.
modifier-work_and_days = Días con un orden
  .text = Pon horas para dormir, para comer y para hacer algo cada día. Alguien de trabajo social puede ayudar con el empleo o los cursos.

# El plan posible más cercano.

alternative-A01 = Si no se puede vivir en un centro, lo más cercano es el tratamiento de día. Busca que alguien esté ahí por la noche.
alternative-A02 = Si no se puede ir todo el día, varias sesiones por semana pueden caber con el trabajo o el cuidado de otros.
alternative-A03 = Si ir cada día es muy difícil, vivir un tiempo en un centro lo evita.
alternative-A04 = Si no se puede ir a tantas citas, empieza con una por semana, aunque sea por teléfono.
alternative-A05 = Si por ahora solo hay ganas de hablar, empezar por un { -counselor } es un paso de verdad. Luego puede venir más.
alternative-A06 = { alternative-A05 }
alternative-A07 = { alternative-A05 }
alternative-A08 = Si por ahora no se puede ir a citas, empieza con una línea de ayuda o un grupo de apoyo, aunque sea en línea.
