# Qué hacer ya. Quien lee puede estar a solas, o con la persona en peligro.

act-stop_and_sit = { $who ->
  [other] Ayuda a la persona a parar y sentarse. No te vayas de su lado. No dejes que maneje.
 *[self] Para, siéntate y descansa. Pide a alguien que se quede contigo. No manejes.
}
act-naloxone = Da naloxona si la tienes. No hace daño aunque no se hayan tomado opioides.
act-recovery_position = Si la persona respira bien, ponla de lado y quédate. Si no, pregunta por teléfono cómo presionar el pecho.
act-seizure_safety = Aparta las cosas duras. No sujetes a la persona ni le pongas nada en la boca. Cuando pase, ponla de lado.
act-note_time = Anota a qué hora empezaron los signos. No tomes ni des comida, bebida ni pastillas.
act-cool_down = { $who ->
  [other] Lleva a la persona a un lugar fresco. Quítale la ropa gruesa. Moja y abanica su piel hasta que llegue la ayuda.
 *[self] Ve a un lugar fresco. Quítate la ropa gruesa. Moja y abanica tu piel hasta que llegue la ayuda.
}
act-calm_space = { $who ->
  [other] Que no haya ruido. Habla despacio, no discutas y dale espacio. Si hay peligro para ti, aléjate.
 *[self] Ve a un lugar tranquilo, con alguien de confianza. Di por teléfono lo que ves o sientes.
}
act-stay_with_someone = { $who ->
  [other] Quédate con la persona y escucha. Aparta lo que pueda hacer daño.
 *[self] Busca a alguien de confianza que esté contigo. Aléjate de lo que pueda hacerte daño.
} Este dolor puede pasar, y la ayuda sirve.
act-alcohol_sedatives_no_stop = No esperes a que pase, porque puede haber convulsiones. Di qué se tomaba cada día y cuándo se dejó.
act-nothing_by_mouth = Nada de comida, bebida ni pastillas hasta que llegue la ayuda. Si da sueño, lo mejor es acostarse de lado.
act-hidden_bags = Hay que ir a { -er } aunque todo parezca normal. No hay que provocar el vómito.
act-tell_pregnant = Di cuántas semanas de embarazo son. Así pueden cuidar mejor de los dos.
act-get_to_safety = { $who ->
  [other] Llama y di dónde está la persona. No te pongas en peligro.
 *[self] Ve a un lugar seguro donde haya gente, si puedes. Llama en cuanto puedas hablar.
}
act-tell_what_taken = Di qué se consumió, cuánto y cuándo. Así pueden dar la atención correcta.

# Un signo más en la lista de cada página, y nombres cortos para la barra.
emergency-self-harm = Un plan o un intento de quitarse la vida, o estar a punto de hacerse daño o de dañar a alguien
emergency-short-chest_or_breathing = dolor de pecho
emergency-short-not_waking = no despierta
emergency-short-seizure = convulsiones
emergency-short-stroke_signs = derrame cerebral
emergency-short-overheating = fiebre alta
