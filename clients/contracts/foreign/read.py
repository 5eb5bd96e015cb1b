# Reads CAPABILITY.Model.variant.json of a folder as the generated model, and writes below another what it understood.
import importlib
import json
import pathlib
import sys

for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    capability, model, _ = file.name.split(".", 2)
    answer = getattr(importlib.import_module("vitrine_" + capability), model).from_json(file.read_text("utf-8"))
    pathlib.Path(sys.argv[2], file.name).write_text(json.dumps(answer.to_dict(), default=str), "utf-8")
