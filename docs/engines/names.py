"""Asks spaCy, flair or Stanza whether a line holds a name, a place or the like.

Usage: names.py spacy|flair|stanza MODEL

Reads one JSON object a line, {"id": 1, "text": "..."}, and writes one, {"id": 1, "sensitive": true, "type": "name"}.
PixelAnon starts it for --pii spacy, flair or stanza; README.md beside it tells more.
"""
import json
import sys

TYPES = {
    "PER": "name", "PERSON": "name", "LOC": "address", "GPE": "address", "FAC": "address", "ORG": "institution",
    "DATE": "date", "TIME": "time",
}


def spacy(model):
    import spacy as library
    pipeline = library.load(model)
    return lambda text: [entity.label_ for entity in pipeline(text).ents]


def flair(model):
    from flair.data import Sentence
    from flair.models import SequenceTagger
    tagger = SequenceTagger.load(model)

    def labels(text):
        sentence = Sentence(text)
        tagger.predict(sentence)
        return [label.value for label in sentence.get_labels("ner")]
    return labels


def stanza(model):
    import stanza as library
    pipeline = library.Pipeline(model, processors="tokenize,ner", download_method=None, verbose=False)
    return lambda text: [entity.type for entity in pipeline(text).ents]


def answer(labels, text):
    """Models know names by their capitals: a line in capitals is shown with small letters, too."""
    forms = [text] if not text.isupper() else [text, text.title()]
    types = [TYPES[label] for form in forms if form.strip() for label in labels(form) if label in TYPES]
    return {"sensitive": True, "type": types[0]} if types else {"sensitive": False}


def main(library, model):
    out = sys.stdout
    sys.stdout = sys.stderr  # what libraries print is no answer
    labels, problem = None, ""
    try:
        labels = {"spacy": spacy, "flair": flair, "stanza": stanza}[library](model)
    except Exception as e:  # told before any text was seen
        problem = "%s: %s" % (type(e).__name__, e)
    for line in sys.stdin:
        question = json.loads(line)
        said = {"error": problem} if problem else answer(labels, question["text"])
        said["id"] = question["id"]
        print(json.dumps(said), file=out, flush=True)


main(*sys.argv[1:3])
