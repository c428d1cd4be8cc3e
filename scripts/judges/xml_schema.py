"""Holds files against a RELAX NG grammar or an XML Schema: xml_schema.py SCHEMA FILE...  Prints a JSON list of complaints for each file."""
import json
import sys

import lxml.etree as etree

schema, *files = sys.argv[1:]
grammar = etree.parse(schema)
check = etree.RelaxNG(grammar) if schema.endswith(".rng") else etree.XMLSchema(grammar)
complaints = []
for file in files:
    check.validate(etree.parse(file, etree.XMLParser(huge_tree=True)))
    complaints.append([f"{entry.line}: {entry.message}" for entry in check.error_log])
json.dump(complaints, sys.stdout)
