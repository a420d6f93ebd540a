"""The FHIR files that care-check writes, read by an implementation of FHIR that is not ours.

`cargo xtask test --only fhir` calls it with a folder that tests/fhir.rs has filled.
Three things are shown:

- `fhir.resources` takes the form and every response as FHIR, with every code of a required value set;
- each response answers the form: every item and code stands in it, nothing is answered that the form hides, nothing
  required is missing, and the answers are those that were given, with what the form's own `enableWhen` leaves of them;
- these checks refuse broken files, each for the reason it was broken for.

R4 and R4B have the same Questionnaire and QuestionnaireResponse; `fhir.resources` carries R4B.
"""

import copy
import json
import re
import sys
from pathlib import Path

import fhir.resources
from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from pydantic import BaseModel, ValidationError

TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"
EXCLUSIVE = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive"
# The models give the beginning of this value set only, and a "+" for the rest.
ITEM_TYPES = [
    *["group", "display", "boolean", "decimal", "integer", "date", "dateTime", "time", "string", "text", "url"],
    *["choice", "open-choice", "attachment", "reference", "quantity"],
]
NOBODY = ["subject", "author", "source", "authored", "encounter", "identifier", "basedOn", "partOf", "id"]


# JSON and FHIR


def read_json(text):
    """The JSON of a file; a name that stands twice would be read differently by different programs."""

    def once(pairs):
        names = [name for name, _ in pairs]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"the name {name} stands twice")
        return dict(pairs)

    return json.loads(text, object_pairs_hook=once)


def fhir_problems(kind, text):
    """What FHIR itself finds wrong."""
    try:
        resource = kind.model_validate_json(text)
    except ValidationError as error:
        return [f"not FHIR: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    if json.loads(resource.model_dump_json()) != json.loads(text):
        return ["not FHIR: something is lost or changed when it is read and written again"]
    return list(code_problems(resource, kind.__name__))


def code_problems(resource, path):
    """Codes outside of the value sets that FHIR requires; the models name these sets and leave the check to others."""
    for name, field in type(resource).model_fields.items():
        value = getattr(resource, name, None)
        allowed = (field.json_schema_extra or {}).get("enum_values")
        if allowed and allowed[-1] == "+":
            allowed = ITEM_TYPES
        values = value if isinstance(value, list) else [value]
        for one in values:
            if isinstance(one, BaseModel):
                yield from code_problems(one, f"{path}.{name}")
            elif allowed and one is not None and one not in allowed:
                yield f"not FHIR: {path}.{name} is {one}, not one of {allowed}"


# The form


def walk(items):
    for item in items:
        yield item
        yield from walk(item.get("item", []))


def form_problems(form):
    """The invariants that R4 states for a Questionnaire and the models do not check, and what ours has to have."""
    items = list(walk(form.get("item", [])))
    links = [item["linkId"] for item in items]
    if not re.fullmatch(r"[A-Z][A-Za-z0-9_]{0,254}", form.get("name", "")):
        yield "que-0: the name is not for computers"
    if len(set(links)) != len(links):
        yield "que-2: a linkId stands twice"
    for field in ["url", "version", "title", "status", "copyright"]:
        if not form.get(field):
            yield f"the form lacks {field}"
    if not re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", form.get("url", "")):
        yield "the url is no UUID"
    for item in items:
        yield from item_problems(item, set(links))


def item_problems(item, links):
    link, kind = item["linkId"], item["type"]
    if kind == "group" and not item.get("item"):
        yield f"que-1: the group {link} is empty"
    if kind == "display" and item.get("item"):
        yield f"que-1: {link} is only shown and has items"
    if kind == "display" and "code" in item:
        yield f"que-3: {link} is only shown and has a code"
    if "answerOption" in item and "answerValueSet" in item:
        yield f"que-4: {link} has options and a value set"
    if "answerValueSet" in item and kind not in ["choice", "open-choice"]:
        yield f"que-5: {link} has a value set and is no choice"
    if kind == "display" and (item.get("required") or item.get("repeats")):
        yield f"que-6: {link} is only shown and required or repeated"
    if kind in ["group", "display"] and "initial" in item:
        yield f"que-8: {link} cannot have a value"
    if kind == "display" and "readOnly" in item:
        yield f"que-9: {link} is only shown and read only"
    if "answerOption" in item and "initial" in item:
        yield f"que-11: {link} has options and a value"
    if len(item.get("enableWhen", [])) > 1 and "enableBehavior" not in item:
        yield f"que-12: {link} does not say whether all or any of its conditions count"
    for condition in item.get("enableWhen", []):
        if condition["operator"] == "exists" and "answerBoolean" not in condition:
            yield f"que-7: a condition of {link} needs a boolean"
        if condition["question"] not in links:
            yield f"{link} depends on {condition['question']}, which is not there"
    if kind == "choice":
        options = [option.get("valueCoding", {}) for option in item.get("answerOption", [])]
        codes = [(option.get("system"), option.get("code")) for option in options]
        if not codes or len(set(codes)) != len(codes):
            yield f"{link} has no options, or one twice"
        if not all(option.get("display") and option.get("code") and option.get("system") for option in options):
            yield f"an option of {link} has no system, code or words"
    if not item.get("text"):
        yield f"{link} has no words"


def condition_problems(form):
    """Conditions on options that are not there would never hold."""
    options = {item["linkId"]: codes_of_options(item) for item in walk(form["item"])}
    for item in walk(form["item"]):
        for condition in item.get("enableWhen", []):
            if key(condition["answerCoding"]) not in options.get(condition["question"], []):
                yield f"{item['linkId']} depends on an answer that {condition['question']} does not offer"


def key(coding):
    return coding.get("system"), coding.get("code")


def codes_of_options(item):
    return [key(option["valueCoding"]) for option in item.get("answerOption", [])]


def words(element, field, language, form):
    """A text of the form in a language; None when it is not there."""
    if language == form["language"]:
        return element.get(field)
    for extension in element.get(f"_{field}", {}).get("extension", []):
        parts = {part["url"]: part for part in extension.get("extension", [])}
        if extension["url"] == TRANSLATION and parts["lang"]["valueCode"] == language:
            return parts["content"]["valueString"]
    return None


# A response


def answers_of(resource):
    """The codes answered to each item."""
    found = {}
    for item in walk(resource.get("item", [])):
        found[item["linkId"]] = [key(answer.get("valueCoding", {})) for answer in item.get("answer", [])]
    return found


def is_enabled(item, answers):
    def holds(condition):
        given = answers.get(condition["question"], [])
        if condition["operator"] == "exists":
            return bool(given) == condition["answerBoolean"]
        meets = key(condition["answerCoding"]) in given
        return meets if condition["operator"] == "=" else not meets

    rows = [holds(condition) for condition in item.get("enableWhen", [])]
    return not rows or (any(rows) if item.get("enableBehavior") == "any" else all(rows))


def response_problems(form, resource, given, own_words):
    if resource.get("questionnaire") != f"{form['url']}|{form['version']}":
        yield "it answers another form or version"
    for field in NOBODY:
        if field in resource:
            yield f"it names {field}"
    answers = answers_of(resource)
    yield from level_problems(form, form["item"], resource.get("item", []), resource, answers, own_words)
    yield from given_problems(form, answers, given)
    yield from status_problems(form, resource, answers)


def level_problems(form, defined, items, resource, answers, own_words):
    """One level of items against the same level of the form."""
    order = [item["linkId"] for item in defined]
    links = [item["linkId"] for item in items]
    unknown = [link for link in links if link not in order]
    if unknown:
        yield f"the form has no {unknown} here"
        return
    if links != sorted(set(links), key=order.index):
        yield "an item stands twice or out of order"
    for item in items:
        definition = defined[order.index(item["linkId"])]
        link = item["linkId"]
        if not is_enabled(definition, answers):
            yield f"{link} is answered and the form hides it"
        if not item.get("text") or (own_words and item["text"] != words(definition, "text", resource["language"], form)):
            yield f"{link} has other words than the form"
        if definition["type"] == "group":
            if "answer" in item:
                yield f"the group {link} has an answer"
            inner = definition["item"]
            yield from level_problems(form, inner, item.get("item", []), resource, answers, own_words)
        else:
            yield from answer_problems(form, definition, item, resource["language"], own_words)


def answer_problems(form, definition, item, language, own_words):
    link, kind, given = item["linkId"], definition["type"], item.get("answer", [])
    if not given or "item" in item:
        yield f"{link} has no answer, or items"
    if len(given) > 1 and not definition.get("repeats"):
        yield f"{link} has more than one answer"
    if kind == "text":
        if [list(answer) for answer in given] != [["valueString"]]:
            yield f"{link} is not answered with a text"
        return
    options = {key(option["valueCoding"]): option for option in definition.get("answerOption", [])}
    codes = [key(answer.get("valueCoding", {})) for answer in given]
    if len(set(codes)) != len(codes):
        yield f"{link} has an answer twice"
    for answer, code in zip(given, codes):
        if list(answer) != ["valueCoding"] or code not in options:
            yield f"{link} is answered with {code}, which is not among its options"
            continue
        display, option = answer["valueCoding"].get("display"), options[code]
        if not display or (own_words and display != words(option["valueCoding"], "display", language, form)):
            yield f"{link} is answered in other words than the form has"
        exclusive = any(e["url"] == EXCLUSIVE and e["valueBoolean"] for e in option.get("extension", []))
        if exclusive and len(given) > 1:
            yield f"{link} has an answer beside one that stands alone"


def given_problems(form, answers, given):
    """The answers given, less what the form hides, are the answers in the file; the form decides what it hides."""
    for item in form["item"]:
        link = item["linkId"]
        if item["type"] != "choice" or link == "about":
            continue
        expected = set(given.get(link, [])) if is_enabled(item, answers) else set()
        found = {code for _, code in answers.get(link, [])}
        if found != expected:
            yield f"{link} was answered with {sorted(expected)}, and the file has {sorted(found)}"


def status_problems(form, resource, answers):
    wanted = [item["linkId"] for item in form["item"] if item.get("required") and is_enabled(item, answers)]
    missing = [link for link in wanted if not answers.get(link)]
    told = [item for item in resource.get("item", []) if item["linkId"] == "suggestion"]
    first_step = [code for _, code in answers.get("first_step", [])]
    if "note" not in answers or not answers.get("about"):
        yield "it does not say what it is or whom it is about"
    if resource["status"] == "completed":
        if missing:
            yield f"it is complete and lacks {missing}"
        if not told:
            yield "it is complete and suggests nothing"
    elif resource["status"] == "stopped":
        if first_step != ["level.emergency"]:
            yield "it stopped without an emergency"
    elif told:
        yield "it suggests something before the questions are answered"
    elif not missing:
        yield "nothing is missing and it is not complete"
    if told and not (first_step and answers.get("reasons")):
        yield "it suggests something without a first step or a reason"


# Everything about one file, from its text on


def problems_of_form(text):
    try:
        form = read_json(text)
    except ValueError as error:
        return [f"not JSON: {error}"]
    return fhir_problems(Questionnaire, text) or list(form_problems(form)) or list(condition_problems(form))


def problems_of_response(form, text, given, own_words):
    try:
        resource = read_json(text)
    except ValueError as error:
        return [f"not JSON: {error}"]
    return fhir_problems(QuestionnaireResponse, text) or list(response_problems(form, resource, given, own_words))


# That the checks refuse


def edited(original, edit):
    changed = copy.deepcopy(original)
    edit(changed)
    return json.dumps(changed, ensure_ascii=False)


def item_of(resource, link):
    return next(item for item in walk(resource["item"]) if item["linkId"] == link)


def drop(resource, link):
    resource["item"] = [item for item in resource["item"] if item["linkId"] != link]


def first_coding(resource, link):
    return item_of(resource, link)["answer"][0]["valueCoding"]


def broken_responses(form, resource, waiting):
    """Broken copies of a complete response and of an unfinished one, each with a word of the problem it has to make."""

    def hidden(r):
        # `unlikely` hides the question about harm, which stays answered.
        first_coding(r, "next_use")["code"] = "next_use.unlikely"

    def other_option(r):
        first_coding(r, "home").update(code="home.unsafe", display="x")

    def exclusive(r):
        item_of(r, "days")["answer"] = [
            {"valueCoding": option["valueCoding"]}
            for option in item_of(form, "days")["answerOption"]
        ]

    def twice(r):
        item_of(r, "home")["answer"] = item_of(r, "home")["answer"] * 2

    def told(r):
        r["item"].append(item_of(resource, "suggestion"))

    edits = [
        ("status", lambda r: r.update(status="done"), "not FHIR"),
        ("no status", lambda r: r.pop("status"), "not FHIR"),
        ("a field that FHIR does not have", lambda r: r.update(score=7), "not FHIR"),
        ("a number for a linkId", lambda r: r["item"][2].update(linkId=7), "not FHIR"),
        ("two values in one answer", lambda r: item_of(r, "home")["answer"][0].update(valueString="x"), "not FHIR"),
        ("a code with a space at its end", lambda r: first_coding(r, "home").update(code="home.unsafe "), "not FHIR"),
        ("an unknown linkId", lambda r: r["item"][2].update(linkId="mood"), "the form has no"),
        ("an unknown code", lambda r: first_coding(r, "home").update(code="home.castle"), "not among its options"),
        ("the code of another question", lambda r: first_coding(r, "home").update(code="support.nobody"), "not among"),
        ("another system", lambda r: first_coding(r, "home").update(system="urn:x"), "not among its options"),
        ("a text for a code", lambda r: item_of(r, "home").update(answer=[{"valueString": "x"}]), "not among"),
        ("an answer that was not given", other_option, "home was answered with"),
        ("other words", lambda r: first_coding(r, "home").update(display="A castle"), "other words"),
        ("another question's words", lambda r: item_of(r, "home").update(text="?"), "home has other words"),
        ("two answers to one question", twice, "more than one answer"),
        ("none beside some", exclusive, "stands alone"),
        ("an empty answer", lambda r: item_of(r, "home").update(answer=[]), "not FHIR"),
        ("a hidden question", hidden, "the form hides it"),
        ("a required answer missing", lambda r: drop(r, "support"), "it is complete and lacks ['support']"),
        ("no suggestion", lambda r: drop(r, "suggestion"), "suggests nothing"),
        ("no note", lambda r: drop(r, "note"), "what it is"),
        ("whom it is about missing", lambda r: drop(r, "about"), "whom it is about"),
        ("an item twice", lambda r: r["item"].insert(3, r["item"][2]), "twice or out of order"),
        ("items out of order", lambda r: r["item"].reverse(), "twice or out of order"),
        ("another version", lambda r: r.update(questionnaire=form["url"] + "|0"), "another form or version"),
        ("a subject", lambda r: r.update(subject={"display": "Somebody"}), "names subject"),
        ("a date", lambda r: r.update(authored="2026-11-26"), "names authored"),
        ("called unfinished", lambda r: r.update(status="in-progress"), "before the questions are answered"),
        ("stopped without an emergency", lambda r: r.update(status="stopped"), "without an emergency"),
    ]
    for name, edit, why in edits:
        yield name, edited(resource, edit), why
    whole = json.dumps(resource)
    yield "cut off", whole[:-1], "not JSON"
    yield "a name twice", whole[:-1] + ', "status": "completed"}', "stands twice"
    yield "a line break inside a text", whole.replace("linkId", "link\nId", 1), "not JSON"
    yield "a suggestion too early", edited(waiting, told), "before the questions are answered"


def broken_forms(form):
    def no_behavior(f):
        item = item_of(f, "danger_now.emergency")
        item.pop("enableBehavior")

    def dangling(f):
        item_of(f, "pattern")["enableWhen"][0]["question"] = "mood"

    def never(f):
        item_of(f, "pattern")["enableWhen"][0]["answerCoding"]["code"] = "place.moon"

    edits = [
        ("an unknown status", lambda f: f.update(status="final"), "not FHIR"),
        ("an unknown type", lambda f: item_of(f, "home").update(type="radio"), "not FHIR"),
        ("no type", lambda f: item_of(f, "home").pop("type"), "not FHIR"),
        ("an unknown operator", lambda f: item_of(f, "pattern")["enableWhen"][0].update(operator="<>"), "not FHIR"),
        ("a word for a boolean", lambda f: item_of(f, "home").update(required="sometimes"), "not FHIR"),
        ("a name with a space", lambda f: f.update(name="care check"), "que-0"),
        ("an empty group", lambda f: item_of(f, "suggestion").pop("item"), "que-1"),
        ("a linkId twice", lambda f: item_of(f, "home").update(linkId="days"), "que-2"),
        ("required and only shown", lambda f: f["item"][0].update(required=True), "que-6"),
        ("read only and only shown", lambda f: f["item"][0].update(readOnly=True), "que-9"),
        ("all or any left open", no_behavior, "que-12"),
        ("a condition on nothing", dangling, "which is not there"),
        ("a condition that never holds", never, "does not offer"),
        ("no options", lambda f: item_of(f, "home").pop("answerOption"), "has no options"),
        ("an option without words", lambda f: first_option(f).pop("display"), "no system, code or words"),
        ("no version", lambda f: f.pop("version"), "lacks version"),
        ("somebody's domain", lambda f: f.update(url="https://example.org/form"), "no UUID"),
    ]
    for name, edit, why in edits:
        yield name, edited(form, edit), why


def first_option(form):
    return item_of(form, "home")["answerOption"][0]["valueCoding"]


def refusals(form, lines):
    """What was not refused, or for another reason."""

    def first(status, more=lambda answers: True):
        for line in lines:
            resource = json.loads(line["text"])
            if line["own_words"] and resource["status"] == status and more(answers_of(resource)):
                return line, resource
        raise SystemExit(f"no response that is {status} to break")

    line, complete = first("completed", lambda answers: "harm_if_use" in answers and "setting" in answers)
    waiting_line, waiting = first("in-progress")
    if problems_of_response(form, line["text"], line["given"], True):
        raise SystemExit("the response to break is broken already")
    count = 0
    for name, text, why in broken_responses(form, complete, waiting):
        source = waiting_line if name == "a suggestion too early" else line
        count += 1
        yield from refused(name, problems_of_response(form, text, source["given"], True), why)
    for name, text, why in broken_forms(form):
        count += 1
        yield from refused(name, problems_of_form(text), why)
    # A form without its conditions is FHIR, but then some answers that were given are missing.
    without = copy.deepcopy(form)
    for item in walk(without["item"]):
        item.pop("enableWhen", None)
    missed = [l for l in lines if problems_of_response(without, l["text"], l["given"], l["own_words"])]
    count += 1
    yield from refused("conditions left out", ["something is missing"] if missed else [], "missing")
    print(f"{count} broken files were handed to the checks")


def refused(name, problems, why):
    if not any(why in problem for problem in problems):
        yield f"broken by {name}, and the checks say {problems}"


def main():
    folder = Path(sys.argv[1])
    form_text = (folder / "questionnaire.json").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in (folder / "responses.jsonl").read_text(encoding="utf-8").splitlines()]
    problems = [f"questionnaire: {problem}" for problem in problems_of_form(form_text)]
    if not problems:
        form = json.loads(form_text)
        for line in lines:
            found = problems_of_response(form, line["text"], line["given"], line["own_words"])
            problems += [f"{line['name']}: {problem}" for problem in found]
        statuses = {status: 0 for status in ["completed", "stopped", "in-progress"]}
        languages = set()
        for line in lines:
            resource = json.loads(line["text"])
            statuses[resource["status"]] += 1
            languages.add(resource["language"])
        print(f"fhir.resources {fhir.resources.__version__}: {len(lines)} responses, {statuses}, {sorted(languages)}")
        if 0 in statuses.values() or len(languages) < 2:
            problems.append("some status or language is in no response")
        problems = problems or list(refusals(form, lines))
    for problem in problems[:40]:
        print(problem)
    if problems:
        raise SystemExit(f"{len(problems)} problems with the FHIR files")


if __name__ == "__main__":
    main()
