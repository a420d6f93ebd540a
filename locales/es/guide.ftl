# Listas cortas. Cada línea es un punto de la lista.

ask-programme =
  ¿Dan premios por no consumir (manejo de contingencias)? Es lo que mejor funciona con la cocaína.
  ¿Enseñan a manejar los pensamientos y las ganas de consumir (terapia cognitivo-conductual, CBT)?
  ¿Ayudan a cada persona a ver sus propias razones para cambiar (entrevista motivacional)?
  ¿Tratan juntos la salud mental y el consumo de drogas?
  ¿Pueden participar la familia o los amigos?
  ¿Hay personal médico o de enfermería, y a qué horas?
  ¿Qué ayuda hay cuando esto termina?
ask-group =
  ¿Se puede solo escuchar al principio?
  ¿Es para la cocaína o para todas las drogas? ¿Quién viene?
  ¿Tiene que ver con la fe? ¿Se puede venir sin ella?
  ¿Pueden venir la familia o los amigos, o hay un grupo para ellos?
  ¿A quién se puede llamar entre reuniones?
choose-place =
  Pregunta a un { -doctor } o a una línea de ayuda en qué lugares confían.
  Pide el precio total, y pregunta qué parte paga el seguro o la salud pública.
  Piensa en cómo llegar. Habla con gente que haya estado allí.
  Un buen lugar responde a tus preguntas y no te presiona.
coming-down =
  El bajón es lo que se siente al parar la cocaína. Por sí solo, no suele ser peligroso para el cuerpo.
  Los riesgos son mucha tristeza, pensamientos de suicidio y volver a consumir tras una pausa. El último consumo también puede dañar el corazón.
  Dejar también el alcohol diario o las pastillas para calmar los nervios puede ser peligroso.
  Nadie tiene que pasarlo a solas.
coming-down-helps =
  Mucha gente pasa el bajón en casa sin peligro, con alguien cerca. Un chequeo médico es buena idea.
  Descansar en un cuarto tranquilo. Dormir cuando llegue el sueño.
  Beber agua a sorbos y comer poco a poco.
  { $who ->
    [other] Tener cerca un teléfono cargado. Ve a ver a la persona a menudo.
   *[self] Tener cerca un teléfono cargado. Pide a alguien que venga a verte a menudo.
  }
  Para los dolores, pregunta en una farmacia qué medicina es segura.
  Las ganas de consumir suben y luego bajan. La música, respirar despacio o una llamada pueden ayudar.
coming-down-get-help =
  Pensamientos de suicidio: llama ya al { $crisis }. Si hay un plan, llama al { $emergency }.
  No despertar, dolor en el pecho, convulsiones, el cuerpo muy caliente, o ver u oír lo que no está: llama al { $emergency }.
  Un día sin dormir, comer o beber, o dolores que no pasan: llama a un { -doctor } ese mismo día.
avoid =
  Nada de alcohol ni pastillas de otra persona para pasar el bajón.
  Nada de dejar de golpe el alcohol de cada día, ni las pastillas para dormir o calmar los nervios.
  Nada de esperar en casa con fiebre alta después de la cocaína. Llama al { $emergency }.
  Nada de esperar con un dolor nuevo en el pecho. Que lo revisen antes de creer que es un músculo.
  Nada de consumir a solas, y menos tras una pausa. El cuerpo aguanta menos que antes.
  Poco café y pocas bebidas energéticas. A algunas personas les dan más nervios y menos sueño.
  El ejercicio fuerte, para más tarde.
naloxone =
  La cocaína puede tener fentanilo. No se ve ni se siente al probarla. Hay tiras reactivas que lo detectan, pero no siempre.
  La naloxona puede revertir una sobredosis de opioides. Viene en aerosol para la nariz o en inyección.
  Pídela en una farmacia o en un servicio de ayuda sobre drogas.
  Si alguien no despierta o respira muy lento, llama al { $emergency } y dale naloxona.
  Pon a la persona de lado y quédate ahí. El efecto se puede pasar.
  No actúa sobre la cocaína, así que llama siempre.
find-place =
  Di qué tipo de atención buscas, y en qué ciudad.
  Pregunta también a un { -doctor }. Puede revisar la salud y sabe a quién acudir cerca.
  Llama a dos o tres lugares. Pregunta cuándo pueden empezar.
  ¿Hay mucha espera? Pide citas o llamadas hasta entonces, y pregunta a quién llamar si algo empeora.
  ¿Nadie contesta? Prueba otro número, o llama más tarde.
call-script =
  { $who ->
    [other] «Hola. Busco ayuda para alguien que me importa. Es por la cocaína».
   *[self] «Hola. Busco ayuda. Es por la cocaína».
  }
  «Creo que puede servir este tipo de atención: { $name }».
  «¿Hay un lugar así cerca? ¿Cuándo se puede empezar?»
  «¿Cuánto cuesta, y quién lo paga?»
  «¿Qué podemos hacer hasta entonces? ¿A quién más puedo llamar?»
again-support =
  Las ganas de consumir llegan más a menudo, o traen planes de hacerlo.
  Se dejan de lado los grupos y las citas, o se vuelve a los lugares de antes.
  Hubo consumo, aunque fuera una vez. Es una razón para llamar, no para sentir vergüenza.
  Pasó un mes, o cambió algo importante.
again-treatment =
  El consumo sigue entre citas, o las ganas pueden más casi todos los días.
  Se pierden citas, o el plan no encaja con el trabajo o la casa.
  El ánimo empeora, o se sigue durmiendo mal.
  La casa ya no es estable o segura.
  Pasaron dos o tres semanas, o termina esta etapa.
again-first_step =
  Pasó un día y no hay lugar. Entonces llama otra vez a un { -doctor } o a una línea de ayuda.
  Se hace más difícil que ahora.
  Terminó la desintoxicación. Entonces mira qué atención sigue.
more-help-now =
  Un signo de emergencia, como dolor en el pecho, convulsiones o ver lo que no está. Llama al { $emergency }.
  Pensamientos de suicidio. Llama al { $crisis }. Si hay un plan, llama al { $emergency }.
  Temblores, sudores o fiebre al dejar el alcohol o las pastillas. Llama al { $emergency }.
  Un día sin dormir, comer o beber. Llama a un { -doctor } ese mismo día.
helper-start =
  Elige un momento de calma, sin consumo y sin prisa.
  Di lo que ves y sientes: «Me preocupo cuando no duermes».
  Pregunta y escucha: «¿Qué te ayudaría?». Deja tiempo para responder.
  Ofrece un paso pequeño, como estar a su lado en una llamada.
  Deja fuera la culpa, las etiquetas y las amenazas.
helper-refuse =
  Un no es solo por hoy. Pregunta otra vez otro día.
  Di dónde hay ayuda, y que irás con la persona.
  Ayuda con la comida, el transporte y las citas, no con dinero para consumir.
  Hablen de cómo cuidarse: no consumir a solas, y tener naloxona cerca.
  En una emergencia llama al { $emergency }, aunque diga que no.
helper-can =
  Escuchar con calma y decirle que te importa.
  Preguntar con palabras claras si piensa en el suicidio. Preguntar no hace daño.
  Estar con la persona los primeros días, o buscar a quien pueda estar.
  Ayudar con las comidas, los niños, el transporte y las llamadas.
  Ir con la persona a la primera cita.
  Aprender los signos de emergencia. Tener naloxona cerca.
helper-cannot =
  No puedes ser su médico ni su única ayuda.
  No puedes decidir por la persona.
  No puedes vigilarla de día y de noche.
  Tú no causaste esto, y el cariño por sí solo quizá no lo cambie.
helper-care =
  Habla tú también con alguien. Las líneas de ayuda y los grupos de familias también están para ti.
  Pon límites que puedas cumplir, y dilos en un momento de calma.
  Guarda algo de tiempo para ti.
  Si estás en peligro, primero sal de ahí y luego llama.
self-care =
  Ten horas fijas para dormir y comer.
  Elige a unas pocas personas a quienes llamar, y diles cómo pueden ayudarte.
  Guarda lejos las cosas que te recuerdan el consumo, y cambia de camino a casa.
  Las ganas de consumir suben y luego bajan. La música, respirar despacio o una llamada pueden ayudar.
  Anota cuándo llegan las ganas, y qué te ayudó.
  Trátate con cariño. Un tropiezo muestra qué hay que cambiar, y no es el final.
