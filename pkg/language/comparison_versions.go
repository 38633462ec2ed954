package language

import "github.com/isuplan/isuplan/pkg/schema"

// VersionForms are the words of two language versions side by side.
type VersionForms struct {
	schema.Origin
	Title, Compared, Same, Missing, Only, Value, Place, Differs, Table text
	Count                                                              Plural
}

var versionsType = schema.Group("the words of language versions", "two language versions of one plan side by side",
	[]schema.Field[VersionForms]{
		textKey("title", func(v *VersionForms) *text { return &v.Title }, "the title, with ${unit}, ${years}, ${left} and ${right}, which are languages"),
		textKey("compared", func(v *VersionForms) *text { return &v.Compared }, "what was compared, with ${number}, how many texts there are"),
		textKey("same", func(v *VersionForms) *text { return &v.Same }, "nothing is to be looked at"),
		schema.Must("count", pluralType, func(v *VersionForms) *Plural { return &v.Count }, "how many places are to be looked at"),
		textKey("place", func(v *VersionForms) *text { return &v.Place }, "the head of the column of places"),
		textKey("differs", func(v *VersionForms) *text { return &v.Differs }, "the head of the column of what differs"),
		textKey("table", func(v *VersionForms) *text { return &v.Table }, "what the table shows, with ${left} and ${right}"),
		textKey("missing", func(v *VersionForms) *text { return &v.Missing }, "a text has no counterpart in a ${language}"),
		textKey("only", func(v *VersionForms) *text { return &v.Only }, "figures that stand in a ${language} alone, with ${figures}"),
		textKey("value", func(v *VersionForms) *text { return &v.Value }, "a value is another"),
	})
