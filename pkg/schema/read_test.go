package schema_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// read reads a value as a type and says what it became, or which rule it breaks and with
// what words.
func read[T any](t schema.Type[source.At[T]], value string) string {
	type holder struct{ Value source.At[T] }
	group := schema.Group("a file", "", []schema.Field[holder]{schema.Key("value", t, func(h *holder) *source.At[T] { return &h.Value }, "a value")})
	got, findings, _ := schema.Read(source.NewFile("a.yaml", []byte("value: "+value+"\n")), "file", group)
	if len(findings) == 0 {
		return fmt.Sprint(got.Value.Value)
	}
	said := make([]string, len(findings))
	for i, f := range findings {
		said[i] = f.Rule.Code + " " + f.Message + " / " + f.Hint
		for _, e := range f.Fix {
			said[i] += " / " + e.Text
		}
	}
	return strings.Join(said, "\n")
}

// TestScalars holds what each type of value takes, and what it says of others.
func TestScalars(t *testing.T) {
	long := strings.Repeat("a", 41)
	for _, c := range []struct{ got, want string }{
		{read(schema.Text, "words"), "words"},
		{read(schema.Text, "12"), "12"},
		{read(schema.Text, `" "`), "F203 the text is empty / fill it in, or delete the key"},
		{read(schema.Text, "~"), "F203 a text is empty / fill it in, or delete the key"},
		{read(schema.Text, "[a]"), "F203 a text must be a single value, but this is a list / write it without the brackets, or in quotes if they belong to it"},
		{read(schema.Text, "{a: b}"), "F203 a text must be a single value, but this is a group of keys / write it behind the colon; put a text with a colon in quotes"},
		{read(schema.Verbatim, `" "`), " "},
		{read(schema.Verbatim, "~"), "~"},
		{read(schema.ID, "a-b_1"), "a-b_1"},
		{read(schema.ID, strings.Repeat("a", 64)), strings.Repeat("a", 64)},
		{read(schema.ID, strings.Repeat("a", 65)), "F206 \"" + strings.Repeat("a", 40) + "…\" cannot be an id / use lower-case letters, digits, - and _, beginning with a letter, such as " + strings.Repeat("a", 60)},
		{read(schema.ID, "za09z-_"), "za09z-_"},
		{read(schema.ID, "aB"), `F206 "aB" cannot be an id / use lower-case letters, digits, - and _, beginning with a letter, such as ab`},
		{read(schema.ID, "a{9"), `F206 "a{9" cannot be an id / use lower-case letters, digits, - and _, beginning with a letter, such as a-9`},
		{read(schema.ID, "a:9"), `F206 "a:9" cannot be an id / use lower-case letters, digits, - and _, beginning with a letter, such as a-9`},
		{read(schema.ID, strings.Repeat("A", 40)), "F206 \"" + strings.Repeat("A", 40) + "\" cannot be an id / use lower-case letters, digits, - and _, beginning with a letter, such as " + strings.Repeat("a", 40)},
		{read(schema.ID, "Host State"), `F206 "Host State" cannot be an id / use lower-case letters, digits, - and _, beginning with a letter, such as host-state`},
		{read(schema.ID, "1a"), `F206 "1a" cannot be an id / use lower-case letters, digits, - and _, beginning with a letter, such as a`},
		{read(schema.ID, "é"), `F206 "é" cannot be an id / use lower-case letters, digits, - and _, beginning with a letter, such as e`},
		{read(schema.Column, "2018"), "2018"},
		{read(schema.Column, "A"), `F206 "A" cannot be the id of a column / use lower-case letters, digits, - and _, such as 2018 or approved`},
		{read(schema.Path, "mandate/presidency"), "mandate/presidency"},
		{read(schema.Path, "mandate//a"), `F206 "mandate//a" cannot be a path / write ids joined with slashes, such as mandate/presidency`},
		{read(schema.Amount, "12.50"), "12.5"},
		{read(schema.Amount, "-1"), "F204 -1 is negative, which makes no sense here / leave the minus sign out"},
		{read(schema.Amount, `"12"`), "F204 this number stands in quotes / take the quotes away: 12 / 12"},
		{read(schema.Signed, "-1"), "-1"},
		{read(schema.Percent, "20%"), "20"},
		{read(schema.Percent, "7.5 %"), "7.5"},
		{read(schema.Percent, "20"), "F204 the percentage 20 has no % sign / write 20%"},
		{read(schema.Percent, "1"), "F204 the percentage 1 has no % sign / write 1%, or 100% if a fraction of 1 was meant"},
		{read(schema.Percent, "0"), "F204 the percentage 0 has no % sign / write 0%"},
		{read(schema.Percent, "0.2"), "F204 the percentage 0.2 has no % sign / write 0.2%, or 20% if a fraction of 1 was meant"},
		{read(schema.Percent, "-5%"), "F204 a negative percentage makes no sense here / leave the minus sign out"},
		{read(schema.Percent, "many"), `F204 "many" is not a percentage / write a number and the sign %, such as 20%`},
		{read(schema.Whole, "12"), "12"},
		{read(schema.Whole, "999999999"), "999999999"},
		{read(schema.Whole, "1000000000"), "F204 1000000000 is not a whole number / write digits only"},
		{read(schema.Whole, "1.5"), "F204 1.5 is not a whole number / write digits only"},
		{read(schema.Date, "2018-12-31"), "2018-12-31 00:00:00 +0000 UTC"},
		{read(schema.Date, "2018-02-30"), "F205 2018-02-30 is not a day of the calendar / check the month and the day"},
		{read(schema.Date, "3 June 2018"), `F205 "3 June 2018" is not a date in the form year-month-day / write 2018-06-03 / 2018-06-03`},
		{read(schema.Days, "60 days"), "60"},
		{read(schema.Days, "1 day"), "1"},
		{read(schema.Days, "60"), `F207 "60" is not a number of days / write it like 60 days`},
		{read(schema.Currency, "CHF"), "CHF"},
		{read(schema.Currency, "chf"), "F207 \"chf\" is no currency of ISO 4217 / did you mean `CHF`?"},
		{read(schema.Currency, long), "F207 \"" + long[:40] + "…\" is no currency of ISO 4217 / write its three letters, such as CHF, EUR or USD"},
		{read(schema.LanguageTag, "fr-CA"), "fr-CA"},
		{read(schema.LanguageTag, "French"), `F207 "French" is not a language tag / write a code such as en, fr or es`},
		{read(schema.Flag, "true"), "true"},
		{read(schema.Flag, "false"), "false"},
		{read(schema.Flag, `"true"`), `F207 "true" is neither true nor false / write true or false`},
		{read(schema.Flag, "yes"), `F207 "yes" is neither true nor false / write true or false`},
		{read(schema.Choice("a mode", "half-up", "half-even"), "half-up"), "half-up"},
		{read(schema.Choice("a mode", "half-up", "half-even"), "half-upp"), "F207 \"half-upp\" is not a mode / did you mean `half-up`?"},
		{read(schema.OrWord(schema.Signed, func(d money.Decimal) string { return d.String() }, map[string]string{"nil": "nothing"}), "nil"), "nothing"},
		{read(schema.OrWord(schema.Signed, func(d money.Decimal) string { return d.String() }, map[string]string{"nil": "nothing"}), "-3"), "-3"},
		{read(schema.OrWord(schema.Signed, func(d money.Decimal) string { return d.String() }, map[string]string{"nil": "nothing"}), `"nil"`)[:4], "F204"},
	} {
		if c.got != c.want {
			t.Errorf("got  %s\nwant %s", c.got, c.want)
		}
	}
}

// TestSlug holds what ids are made of texts.

// TestGroups holds what is said of the keys of a group.
func TestGroups(t *testing.T) {
	type group struct {
		schema.Origin
		Name   source.At[string]
		Kinds  []source.At[string]
		Shares []schema.Entry[source.At[string]]
		Inner  source.At[string]
	}
	inner := schema.Group("the inside", "", []schema.Field[source.At[string]]{
		schema.Key("place", schema.Name, func(s *source.At[string]) *source.At[string] { return s }, "its place")})
	of := schema.Group("a group", "", []schema.Field[group]{
		schema.Must("name", schema.Name, func(g *group) *source.At[string] { return &g.Name }, "its name"),
		schema.Key("kinds", schema.List(schema.Term), func(g *group) *[]source.At[string] { return &g.Kinds }, "its kinds"),
		schema.Key("shares", schema.Map(schema.Term), func(g *group) *[]schema.Entry[source.At[string]] { return &g.Shares }, "its shares"),
		schema.Key("inner", inner, func(g *group) *source.At[string] { return &g.Inner }, "what is inside"),
	}, func(r *schema.Reader, g *group) {
		if g.Name.Value == "bad" {
			r.Report(schema.BadValue, g.Node, "looked at", "")
		}
	})
	for file, want := range map[string]string{
		"name: a":                       "",
		"nam: bad\nname: bad":           "F207 looked at / \nF201 `nam` is not a key of a group / did you mean `name`?",
		"{name: a, nam: b}":             "F201 `nam` is not a key of a group / did you mean `name`?",
		"{name: a, b and c}":            "F201 inside { } the comma before this ends the text “a” / put the whole text in quotes, or write the keys below one another without { }",
		"{name: a, b, c, kinds: [x]}":   "F201 inside { } the comma before this ends the text “a” / put the whole text in quotes, or write the keys below one another without { }",
		"name: a\ninner:\nplace: b":     "F203 the inside is empty / fill it in, or delete the key\nF201 `place` is a key of the inside, but it stands beside `inner`, not below it / indent it, and all that belongs to `inner`, by two blanks more",
		"name: #4":                      "F203 a text is empty: to YAML a comment begins at the # / put the value in quotes if the # belongs to it: \"#4\"",
		"{name: a, other: }":            "F201 `other` is not a key of a group / known here: name, kinds, shares, inner",
		"{name: a, 440: 3}":             "F201 `440` is not a key of a group / known here: name, kinds, shares, inner",
		"name: a\nname: b\nkinds: x":    "F106 the key `name` stands twice in one group / keep one of the two; the first is in line 1\nF203 this must be a list, but it is a single value / write it in brackets: [x]",
		"name: a\nkinds: [x]\nkinds: x": "F106 the key `kinds` stands twice in one group / keep one of the two; the first is in line 2",
		"nam: &x a":                     "F107 \"&x\" is a YAML anchor; plans do not use them / take the anchor out, or put quotes around a text that begins with &",
		"nam: a":                        "F201 `nam` is not a key of a group / did you mean `name`?",
		"{name: a, 440: , kinds: [x]}":  "F204 the digits 440 stand behind a comma, which ends a value here / write amounts without thousands separators: 465440; the document puts them in",
		"{}":                            "F202 a group has no `name` / add \"name: …\": its name",
		"name: bad":                     "F207 looked at / ",
		"name: a\nname: b":              "F106 the key `name` stands twice in one group / keep one of the two; the first is in line 1",
		"text":                          "F203 a group must be a group of keys, but this is a single value / write its keys below it, indented, each as \"key: value\", or in one line, such as {name: …}",
		"[a]":                           "F203 a group must be a group of keys, but this is a list / write its keys below it, indented, each as \"key: value\", or in one line, such as {name: …}",
		"{name: a, kinds: x}":           "F203 this must be a list, but it is a single value / write it in brackets: [x]",
		"{name: a, kinds: ~}":           "F203 a list of a text is empty / fill it in, or delete the key",
		"{name: a, kinds: [x, [y]]}":    "F203 a text must be a single value, but this is a list / write it without the brackets, or in quotes if they belong to it",
		"{name: a, shares: {x: y}}":     "",
		"{name: a, shares: {X: y}}":     "F206 \"X\" cannot be an id / use lower-case letters, digits, - and _, beginning with a letter, such as x",
		"{name: a, shares: [y]}":        "F203 this must be a group of keys, each with a text behind it, but it is a list / write each behind the name that it is for, such as {name: …}",
	} {
		_, findings, ok := schema.Read(source.NewFile("a.yaml", []byte(file+"\n")), "file", of)
		var said []string
		for _, f := range findings {
			said = append(said, f.Rule.Code+" "+f.Message+" / "+f.Hint)
		}
		got := strings.Join(said, "\n")
		if got != want || ok != (want == "") {
			t.Errorf("%s (fit %v)\ngot  %s\nwant %s", file, ok, got, want)
		}
	}
}

// TestValues holds that a map keeps the order of the file.
func TestValues(t *testing.T) {
	entries := []schema.Entry[int]{{Key: source.At[string]{Value: "b"}, Value: 2}, {Key: source.At[string]{Value: "a"}, Value: 1}}
	got := ""
	for key, value := range schema.Values(entries) {
		got += fmt.Sprint(key, value)
		if len(got) > 4 {
			break
		}
	}
	if got != "b2a1" {
		t.Errorf("got %s", got)
	}
	for range schema.Values(entries) {
		break
	}
}

// TestMissingKeys holds that each key that is missing is named.
func TestMissingKeys(t *testing.T) {
	of := group("a thing", must("name", schema.Name), field("kind", schema.Term), must("place", schema.Name), must("day", schema.Date))
	for file, want := range map[string]string{
		"{name: a, place: b, day: 2018-01-01}": "",
		"name: a":                              "a thing has no `place`; a thing has no `day`",
		"{kind: a, place: b}":                  "a thing has no `name`; a thing has no `day`",
		"{}":                                   "a thing has no `name`; a thing has no `place`; a thing has no `day`",
	} {
		_, findings, _ := schema.Read(source.NewFile("a.yaml", []byte(file+"\n")), "file", of)
		said := make([]string, len(findings))
		for i, f := range findings {
			said[i] = f.Message
		}
		slices.Sort(said)
		wanted := strings.Split(want, "; ")
		slices.Sort(wanted)
		if got := strings.Join(said, "; "); got != strings.Join(wanted, "; ") {
			t.Errorf("%s: got %s, want %s", file, got, want)
		}
	}
}

// values reads a file of one key and returns its value.
func values[T any](t *testing.T, of schema.Type[T], value string) (T, bool) {
	t.Helper()
	type holder struct{ value T }
	file := schema.Group("a file", "", []schema.Field[holder]{schema.Key("value", of, func(h *holder) *T { return &h.value }, "the value")})
	got, _, ok := schema.Read(source.NewFile("a.yaml", []byte("value: "+value+"\n")), "file", file)
	return got.value, ok
}

// TestMaps holds that of a map those entries are kept whose key and value can be read.
func TestMaps(t *testing.T) {
	for file, want := range map[string]string{
		"{x: 1, y: 2}": "x=1 y=2", "{X: 1, y: 2}": "y=2", "{x: [1], y: 2}": "y=2", "{}": "",
	} {
		entries, ok := values(t, schema.Map(schema.Whole), file)
		var got []string
		for key, v := range schema.Values(entries) {
			got = append(got, fmt.Sprint(key, "=", v.Value))
		}
		if strings.Join(got, " ") != want || ok != (file == "{x: 1, y: 2}" || file == "{}") {
			t.Errorf("%s: %q, fit %v", file, got, ok)
		}
	}
}

// TestShortForms holds that a short form and a long one read the same.
func TestShortForms(t *testing.T) {
	type named struct{ name source.At[string] }
	long := schema.Group("a thing", "", []schema.Field[named]{schema.Must("name", schema.Name, func(n *named) *source.At[string] { return &n.name }, "its name")})
	of := schema.List(schema.Short(long, "name", schema.Name, func(s source.At[string]) named { return named{s} }))
	got, ok := values(t, of, "[Short, {name: Long}]")
	if !ok || len(got) != 2 || got[0].name.Value != "Short" || got[1].name.Value != "Long" {
		t.Errorf("read %v, fit %v", got, ok)
	}
	if got, ok := values(t, of, "[[Short], {other: Long}]"); ok || len(got) != 0 {
		t.Errorf("read %v, fit %v", got, ok)
	}
}

// TestLaterTypes holds that a type that is made when it is first read reads as the type
// itself does, in a list too.
func TestLaterTypes(t *testing.T) {
	type named struct{ name source.At[string] }
	single := schema.Lazy("a name", "", func() schema.Type[source.At[string]] { return schema.Name })
	groups := schema.Lazy("a thing", "", func() schema.Type[named] {
		return schema.Group("a thing", "", []schema.Field[named]{schema.Must("name", schema.Name, func(n *named) *source.At[string] { return &n.name }, "its name")})
	})
	names, ok := values(t, schema.List(single), "[a, [b], c]")
	if ok || len(names) != 2 || names[0].Value != "a" || names[1].Value != "c" {
		t.Errorf("single values: %v, fit %v", names, ok)
	}
	things, ok := values(t, schema.List(groups), "[{name: a}, {other: b}, {name: c}]")
	if ok || len(things) != 2 || things[0].name.Value != "a" || things[1].name.Value != "c" {
		t.Errorf("groups: %v, fit %v", things, ok)
	}
	if one, ok := values(t, groups, "{name: a}"); !ok || one.name.Value != "a" {
		t.Errorf("a group: %v, fit %v", one, ok)
	}
}

// TestWhatIsWritten is the law of reading: what was written is what is read, in its order.
func TestWhatIsWritten(t *testing.T) {
	id := rapid.StringMatching(`[a-z][a-z0-9_-]{0,12}`)
	rapid.Check(t, func(rt *rapid.T) {
		keys := rapid.SliceOfNDistinct(id, 0, 9, rapid.ID[string]).Draw(rt, "keys")
		amounts := make([]string, len(keys))
		pairs := make([]string, len(keys))
		for i, key := range keys {
			amounts[i] = strconv.Itoa(rapid.IntRange(0, 99999).Draw(rt, "amount"))
			pairs[i] = strconv.Quote(key) + ": " + amounts[i]
		}
		entries, ok := values(t, schema.Map(schema.Amount), "{"+strings.Join(pairs, ", ")+"}")
		if !ok || len(entries) != len(keys) {
			rt.Fatalf("read %d of %d entries", len(entries), len(keys))
		}
		for i, e := range entries {
			if e.Key.Value != keys[i] || e.Value.Value.String() != amounts[i] || e.Value.Node.Text() != amounts[i] {
				rt.Errorf("entry %d is %s: %s, want %s: %s", i, e.Key.Value, e.Value.Value, keys[i], amounts[i])
			}
		}
		list, ok := values(t, schema.List(schema.Amount), "["+strings.Join(amounts, ", ")+"]")
		for i, a := range list {
			if a.Value.String() != amounts[i] {
				rt.Errorf("item %d is %s, want %s", i, a.Value, amounts[i])
			}
		}
		if !ok || len(list) != len(amounts) {
			rt.Errorf("read %d of %d items", len(list), len(amounts))
		}
	})
}
