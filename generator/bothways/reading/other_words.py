"""Words of other programs and languages for what a workbook calls otherwise: for "did you mean"."""

from collections.abc import Collection, Mapping

FIELDS: Mapping[str, str] = {
    "about": "what subject topic betreff",
    "advice": "tip tips rat",
    "also_known_as": "aka alias nickname spitzname surnom apodo",
    "answers": "responses",
    "by": "due deadline due_date until bis",
    "cost": "price fee",
    "date": "when day datum fecha",
    "did": "action type",
    "do": "task what todo to_do action",
    "done": "finished completed ticked erledigt",
    "email": "mail e_mail email_address courriel correo",
    "evidence": "proof",
    "follow_ups": "actions next_steps todos",
    "gave": "given",
    "helps_with": "can_help_with can_help_me_with help expertise",
    "i_can_help_with": "offer offers i_help_with",
    "interests": "hobbies cares_about likes topics",
    "introduced_by": "referred_by referrer through introducer",
    "introduction": "pitch elevator_pitch",
    "keep_in_touch": "frequency every contact_every",
    "learned": "learnt insights takeaways lessons",
    "links": "link url website web homepage linkedin profile webseite",
    "location": "city town address where ort stadt wohnort ville ciudad",
    "met_at": "where_met",
    "met_on": "when_met",
    "minutes": "duration length",
    "name": "full_name nombre nom first_name last_name surname",
    "notes": "note comment comments remarks description notiz notizen bemerkung notas",
    "organisation": "company employer firm business workplace firma empresa entreprise",
    "people": "persons contacts names",
    "phone": "mobile cell cellphone telephone tel telefon handy telefono number phone_number",
    "place": "where location venue",
    "role": "title job job_title position occupation beruf funktion poste puesto cargo",
    "sector": "industry branch branche",
    "steps": "todo todos tasks to_do next_steps",
    "tags": "labels categories groups",
    "thanked": "thank_you thanked_on",
    "tie": "strength relationship closeness",
    "to": "introduced_to",
    "via": "how channel medium",
    "website": "url link web homepage",
    "who": "person name with",
    "with": "who person people whom mit",
    "why": "reason because",
}
"""By our field, what else it is called."""

CHOICES: Mapping[str, str] = {
    "called": "phoned rang telephoned talked spoke",
    "close": "strong best friend family",
    "community": "neighborhood neighbourhood neighbourly",
    "dormant": "old lost asleep",
    "dropped": "cancelled canceled abandoned gave-up",
    "gave": "helped shared",
    "heard": "replied answered responded reply",
    "in-person": "face-to-face personally live",
    "informational-interview": "informational info-interview interview-of-information",
    "loose": "weak acquaintance distant",
    "message": "text sms whatsapp chat dm",
    "met": "done achieved reached finished saw",
    "phone": "call telephone mobile",
    "planned": "scheduled booked upcoming",
    "school-and-sport": "school sport sports",
    "thanked": "thank-you",
    "video": "zoom teams skype facetime",
    "warm": "good medium",
    "worship": "church mosque temple synagogue",
    "wrote": "emailed mailed texted messaged sent e-mailed",
}
"""By our choice, what else it is called."""


def meant(said: str, words: Mapping[str, str], ours: Collection[str]) -> str | None:
    """The one of `ours` that goes by another word elsewhere."""
    return next((word for word in ours if said in words.get(word, "").split()), None)
