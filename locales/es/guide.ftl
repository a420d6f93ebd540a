# Listas cortas. Cada línea es un punto de la lista.

ask-programme =
  ¿Dan premios por no consumir (manejo de contingencias)? Es lo que mejor funciona con la cocaína.
  ¿Enseñan a manejar los pensamientos y las ganas de consumir (terapia cognitivo-conductual, CBT)?
  ¿Ayudan a cada persona a ver sus propias razones para cambiar (entrevista motivacional)?
  ¿Tratan juntos la salud mental y el consumo de drogas?
  ¿Puede participar la familia o los amigos?
  ¿Hay personal médico o de enfermería, y a qué horas?
  ¿Qué ayuda hay cuando esto termina?
choose-place =
  Pregunta a un { -doctor } o a una línea de ayuda en qué lugares confían.
  Pide el precio total, y pregunta qué parte paga el seguro o la salud pública.
  Piensa en cómo llegar. Habla con gente que haya estado allí.
  Un buen lugar responde a tus preguntas y no te mete prisa.
coming-down =
  El bajón es lo que se siente al parar la cocaína. Por sí solo, casi nunca es peligroso para el cuerpo.
  Los riesgos son mucha tristeza, pensamientos de suicidio y volver a consumir tras una pausa. El último consumo también puede dañar el corazón.
  Dejar a la vez el alcohol o los sedantes puede ser peligroso.
  Lo común es sentir cansancio, tristeza, hambre o nervios, dormir mal y tener dolores. Los primeros días suelen ser los peores.
  La tristeza y las ganas de consumir pueden ir y venir por semanas o meses.
  Mucha gente pasa el bajón en casa sin peligro, con alguien cerca. Un chequeo médico es buena idea.
  Descansa en un cuarto tranquilo. Bebe agua a sorbos y come poco a poco. Ten cerca un teléfono con carga.
avoid =
  No tomes alcohol ni pastillas de otra persona para pasar el bajón.
  No dejes de golpe el alcohol de cada día, ni las pastillas para dormir o calmarse.
  No trates en casa una fiebre alta después de la cocaína. Llama al { $emergency }.
  No esperes a que se vaya un dolor nuevo en el pecho. No pienses que es un músculo hasta que lo revisen.
  No consumas a solas después de una pausa. El cuerpo aguanta menos que antes.
  Toma poco café y pocas bebidas energéticas. A algunas personas les dan más miedo y menos sueño.
  Deja para más tarde el ejercicio fuerte.
naloxone =
  La cocaína puede llevar fentanilo. No se ve ni se siente al probarla. Hay tiras reactivas que lo detectan.
  La naloxona puede revertir una sobredosis de opioides. Viene en aerosol para la nariz o en inyección.
  Pídela en una farmacia o en un servicio de drogas.
  Si alguien no despierta o respira muy lento, llama al { $emergency } y dale naloxona.
  Ponla de lado y quédate ahí. El efecto puede pasar.
  No actúa sobre la cocaína, así que llama siempre.
helper-can =
  Escuchar con calma y decirle que te importa.
  Preguntar con palabras claras si piensa en el suicidio. Preguntar no hace daño.
  Estar con la persona los primeros días, o buscar a quien pueda estar.
  Ayudar con las comidas, los niños, los viajes y las llamadas.
  Ir con la persona a la primera cita.
  Aprender los signos de emergencia. Tener naloxona cerca.
helper-cannot =
  No puedes ser su médico ni su única ayuda.
  No puedes decidir por la persona.
  No puedes vigilarla de día y de noche.
  Tú no causaste esto, y el cariño por sí solo quizá no lo cambie.
helper-care =
  Habla con alguien sobre ti. Las líneas de ayuda y los grupos de familias también están para ti.
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
