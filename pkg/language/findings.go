package language

import "github.com/isuplan/isuplan/pkg/schema"

// FindingForms say how many findings a check has.
type FindingForms struct {
	schema.Origin
	None                         text
	Error, Warning, Note, Waived Plural
}

var findingsType = schema.Group("the forms of findings", "how many findings a check has, with ${digits}",
	[]schema.Field[FindingForms]{
		textKey("none", func(f *FindingForms) *text { return &f.None }, "there are none"),
		schema.Must("error", pluralType, func(f *FindingForms) *Plural { return &f.Error }, "errors"),
		schema.Must("warning", pluralType, func(f *FindingForms) *Plural { return &f.Warning }, "warnings"),
		schema.Must("note", pluralType, func(f *FindingForms) *Plural { return &f.Note }, "notes"),
		schema.Must("waived", pluralType, func(f *FindingForms) *Plural { return &f.Waived }, "those that are waived, behind the others"),
	})
