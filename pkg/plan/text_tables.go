package plan

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// TextTable is a small table of a section's own, below one of its paragraphs. Its figures are no
// part of the budget.
type TextTable struct {
	schema.Origin
	ID      ID
	Label   Prose
	Head    Prose // of the column that names the rows
	Columns []TextColumn
	Rows    []TextRow
	Notes   []Item
}

// TextColumn is a column of figures or of texts.
type TextColumn struct {
	schema.Origin
	ID     text
	Label  Prose
	Sum    []text // the columns before it that it adds up
	Places whole
}

// TextRow is a row: figures and texts by the ids of the columns. With Sum it adds up other rows; a
// figure that it has all the same is what the document states.
type TextRow struct {
	schema.Origin
	ID     ID
	Label  Prose
	Sum    []ID
	Values []schema.Entry[source.At[cost.Cell]]
	Texts  []schema.Entry[Prose]
}

// How much a table of a text may have: more is no table that somebody reads.
const (
	mostTextTables  = 20 // below one paragraph
	mostTextColumns = 20
	mostTextRows    = 200
)

// valueType reads a figure of such a table.
var valueType = schema.Instead(schema.OrWord(schema.Signed, func(d money.Decimal) cost.Cell { return cost.Cell{Value: d} },
	map[string]cost.Cell{"nil": {Mark: cost.Nil}, "blank": {Mark: cost.Blank}}), noFigure)

// textColumnID is the id of a column, which may be a year; textColumnRef names a column of the table
// that it stands in, and textRowRef a row.
var (
	textColumnID  = schema.With(schema.Column, schema.Named("a column of the table", "lower-case letters, digits, - and _, such as visits or 2024"), schema.Used(schema.AsID))
	textColumnRef = schema.With(textColumnID, schema.Used(schema.AsReference), schema.To("tables/*/columns"))
	textRowRef    = schema.With(schema.Reference, schema.To("tables/*"))
)

var textTableType = schema.With(schema.Group("a table of the text", "a small table below a paragraph; its figures are no part of the budget",
	[]schema.Field[TextTable]{
		schema.Must("id", schema.ID, func(t *TextTable) *ID { return &t.ID }, "its name, the same every year"),
		schema.Must("label", schema.Label, func(t *TextTable) *text { return &t.Label }, "what stands above it"),
		schema.Key("head", schema.Label, func(t *TextTable) *text { return &t.Head }, "the head of the column that names the rows"),
		schema.Must("columns", schema.With(schema.ListUpTo(mostTextColumns, textColumnType), schema.NotEmpty), func(t *TextTable) *[]TextColumn { return &t.Columns }, "its columns, without the one that names the rows"),
		schema.Must("rows", schema.With(schema.ListUpTo(mostTextRows, textRowType), schema.NotEmpty, schema.Inner), func(t *TextTable) *[]TextRow { return &t.Rows }, "its rows"),
		schema.Key("notes", schema.List(itemType), func(t *TextTable) *[]Item { return &t.Notes }, "notes below it"),
	}, checkTextTable), schema.Space("tables"), schema.Tried(map[string]string{"title": "label", "name": "label", "caption": "label", "heading": "label", "header": "head", "lines": "rows", "footnotes": "notes"}))

var textColumnType = schema.With(schema.Group("a column of a table", "a column of figures or of texts; with `sum` it adds up others",
	[]schema.Field[TextColumn]{
		schema.Must("id", textColumnID, func(c *TextColumn) *text { return &c.ID }, "its name, such as visits or 2024"),
		schema.Key("label", schema.Label, func(c *TextColumn) *text { return &c.Label }, "its head; the id where it is not given"),
		schema.Key("sum", schema.With(schema.ListUpTo(mostTextColumns, textColumnRef), schema.NotEmpty), func(c *TextColumn) *[]text { return &c.Sum }, "the columns before it whose sum it is"),
		schema.Key("places", schema.WholeUpTo(mostPlaces), func(c *TextColumn) *whole { return &c.Places }, "how many decimals its figures have; as many as they need where it is not given"),
	}), schema.Tried(map[string]string{"head": "label", "title": "label", "name": "label", "text": "label", "decimals": "places", "total": "sum"}))

var textRowType = schema.With(schema.Group("a row of a table", "a row: figures and texts by the ids of the columns; with `sum` it adds up others",
	[]schema.Field[TextRow]{
		schema.Must("id", schema.ID, func(w *TextRow) *ID { return &w.ID }, "its name, the same every year"),
		schema.Must("label", schema.Label, func(w *TextRow) *text { return &w.Label }, "what its first cell says"),
		schema.Key("values", schema.MapUpTo(mostTextColumns, textColumnRef, valueType), func(w *TextRow) *[]schema.Entry[source.At[cost.Cell]] { return &w.Values }, "its figures, by column; `nil` prints a dash, and `blank` nothing"),
		schema.Key("texts", schema.MapUpTo(mostTextColumns, textColumnRef, schema.Label), func(w *TextRow) *[]schema.Entry[Prose] { return &w.Texts }, "what it says in columns of texts"),
		schema.Key("sum", schema.With(schema.ListUpTo(mostTextRows, textRowRef), schema.NotEmpty), func(w *TextRow) *[]ID { return &w.Sum }, "the rows before it whose sum it is"),
	}), schema.Tried(map[string]string{"title": "label", "name": "label", "text": "label", "cells": "values", "figures": "values", "amounts": "values", "total": "sum"}))
