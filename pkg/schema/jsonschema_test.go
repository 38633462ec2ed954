package schema_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// anything is a group whose values are of no interest.
type anything struct{}

func field[T any](key string, of schema.Type[T]) schema.Field[anything] {
	return schema.Key(key, of, func(*anything) *T { return new(T) }, "the "+key)
}

func must[T any](key string, of schema.Type[T]) schema.Field[anything] {
	return schema.Must(key, of, func(*anything) *T { return new(T) }, "the "+key)
}

func group(name string, fields ...schema.Field[anything]) schema.Type[anything] {
	return schema.Group(name, "what "+name+" is", fields)
}

// written returns the JSON Schema of a type as it is written.
func written[T any](t *testing.T, of schema.Type[T]) []byte {
	t.Helper()
	text, err := schema.JSONSchema(of.Shape(), schema.Head{ID: "https://example.org/a.json", Title: "A file", Description: "A file of < and >."})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// compact returns the part of a JSON text that stands under keys.
func compact(t *testing.T, text []byte, keys ...string) string {
	t.Helper()
	for _, key := range keys {
		var inside map[string]json.RawMessage
		if err := json.Unmarshal(text, &inside); err != nil {
			t.Fatal(err)
		}
		text = inside[key]
	}
	var b bytes.Buffer
	if err := json.Compact(&b, text); err != nil {
		t.Fatalf("%v: %v", keys, err)
	}
	return b.String()
}

// of returns what editors are told of a type: what stands under a key that is of it, and
// the definition that it refers to, if any.
func of[T any](t *testing.T, of schema.Type[T]) string {
	t.Helper()
	text := written(t, group("a file", field("value", of)))
	use := strings.TrimPrefix(compact(t, text, "properties", "value"), `{"description":"the value",`)
	if _, name, refers := strings.Cut(use, `"#/$defs/`); refers && strings.HasPrefix(use, `"$ref"`) {
		name, _, _ = strings.Cut(name, `"`)
		return name + " " + compact(t, text, "$defs", name)
	}
	return "{" + use
}

// TestWhatEditorsAreTold holds the JSON Schema of each sort of type: what is referred to
// by name, and what is written out where it stands.
func TestWhatEditorsAreTold(t *testing.T) {
	word := schema.With(schema.ID, schema.Named("a word", "a word"))
	for name, c := range map[string]struct{ got, want string }{
		"text": {of(t, schema.Text), `text {"title":"text","type":["string","number","boolean"],"pattern":"\\S","maxLength":20000,"errorMessage":"a text: text; line breaks count as blanks"}`},
		"amount": {of(t, schema.Amount), `amount {"title":"amount","type":"number","minimum":0,"exclusiveMaximum":1000000000000000000000000000000,` +
			`"errorMessage":"an amount: digits with at most one decimal point, not negative"}`},
		"number": {of(t, schema.Signed), `number {"title":"number","type":"number","exclusiveMinimum":-1000000000000000000000000000000,"exclusiveMaximum":1000000000000000000000000000000,` +
			`"errorMessage":"a number: digits with at most one decimal point"}`},
		"whole number":  {of(t, schema.Whole), `whole-number {"title":"whole number","type":"integer","minimum":0,"maximum":999999999,"errorMessage":"a whole number: digits"}`},
		"above":         {of(t, schema.With(schema.Amount, schema.Named("a unit", "more than 0"), schema.Above("0"))), `unit {"title":"unit","type":"number","exclusiveMinimum":0,"exclusiveMaximum":1000000000000000000000000000000,"errorMessage":"a unit: more than 0"}`},
		"with example":  {of(t, schema.Days), `number-of-days {"title":"number of days","type":"string","pattern":"^([0-9]{1,5}) days?$","examples":["60 days"],"errorMessage":"a number of days: a whole number and the word days, such as 60 days"}`},
		"same in words": {of(t, word), `word {"title":"word","type":"string","pattern":"^[a-z][a-z0-9_-]{0,63}$","errorMessage":"a word"}`},
		"choice":        {of(t, schema.Choice("a mode", "up", "down")), `{"enum":["up","down"]}`},
		"only one":      {of(t, schema.With(schema.Whole, schema.Exactly("1"))), `{"const":1}`},
		"flag":          {of(t, schema.Flag), `{"type":"boolean","errorMessage":"true or false"}`},
		"list":          {of(t, schema.List(word)), `{"type":"array","items":{"$ref":"#/$defs/word"}}`},
		"list, bound":   {of(t, schema.ListUpTo(9, word)), `{"type":"array","items":{"$ref":"#/$defs/word"},"maxItems":9}`},
		"map, bound":    {of(t, schema.MapUpTo(9, schema.ID, word)), `{"type":"object","propertyNames":{"$ref":"#/$defs/id"},"additionalProperties":{"$ref":"#/$defs/word"},"maxProperties":9}`},
		"list, filled":  {of(t, schema.With(schema.List(word), schema.NotEmpty)), `{"type":"array","items":{"$ref":"#/$defs/word"},"minItems":1}`},
		"several":       {of(t, schema.With(schema.List(word), schema.Several)), `{"type":"array","items":{"$ref":"#/$defs/word"},"anyOf":[{"maxItems":0},{"minItems":2}]}`},
		"pair":          {of(t, schema.With(schema.List(word), schema.Pair)), `{"type":"array","items":{"$ref":"#/$defs/word"},"anyOf":[{"maxItems":0},{"minItems":2,"maxItems":2}]}`},
		"map":           {of(t, schema.Map(word)), `{"type":"object","propertyNames":{"$ref":"#/$defs/id"},"additionalProperties":{"$ref":"#/$defs/word"}}`},
		"or a word": {of(t, schema.OrWord(schema.Whole, func(n int) int { return n }, map[string]int{"nil": 0, "blank": 0})),
			`whole-number-blank-or-nil {"title":"whole number, blank or nil","anyOf":[{"type":"integer","minimum":0,"maximum":999999999,"errorMessage":"a whole number, blank or nil: digits"},{"enum":["blank","nil"]}]}`},
		"group": {of(t, group("a thing", must("name", word), field("flag", schema.Flag))), `thing {"title":"thing","description":"what a thing is","type":"object",` +
			`"properties":{"name":{"description":"the name","$ref":"#/$defs/word"},"flag":{"description":"the flag","type":"boolean","errorMessage":"true or false"}},"required":["name"],"additionalProperties":false}`},
		"group without required keys": {of(t, group("the head", field("name", word))), `head {"title":"head","description":"what the head is","type":"object","properties":{"name":{"description":"the name","$ref":"#/$defs/word"}},"additionalProperties":false}`},
		"short form": {of(t, schema.Short(group("a thing", must("name", word)), "name", word, func(source.At[string]) anything { return anything{} })),
			`thing {"title":"thing","description":"what a thing is","anyOf":[{"$ref":"#/$defs/word"},{"type":"object","properties":{"name":{"description":"the name","$ref":"#/$defs/word"}},"required":["name"],"additionalProperties":false}]}`},
		"list or one": {of(t, schema.Short(schema.List(word), "", word, func(source.At[string]) []source.At[string] { return nil })), `list {"title":"list","anyOf":[{"$ref":"#/$defs/word"},{"type":"array","items":{"$ref":"#/$defs/word"}}]}`},
	} {
		if c.got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, c.got, c.want)
		}
	}
	currency := of(t, schema.Currency)
	if !strings.HasPrefix(currency, `currency {"title":"currency","enum":["A`) || !strings.HasSuffix(currency, `],"examples":["CHF"],"errorMessage":"a currency: an ISO 4217 code, such as CHF, EUR or USD"}`) {
		t.Errorf("currency: %s … %s", currency[:60], currency[len(currency)-120:])
	}
}

// TestHead holds what a schema says of itself, in plain signs, and that its definitions
// are in order.
func TestHead(t *testing.T) {
	text := written(t, group("a file", field("b", schema.Text), field("a", schema.Date), field("c", schema.Amount)))
	const head = "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"$id\": \"https://example.org/a.json\",\n  \"title\": \"A file\",\n  \"description\": \"A file of < and >.\",\n  \"type\": \"object\",\n"
	if !strings.HasPrefix(string(text), head) {
		t.Errorf("it begins\n%.300s", text)
	}
	_, defs, _ := strings.Cut(string(text), "\"$defs\": {\n")
	amount, date, words := strings.Index(defs, "    \"amount\""), strings.Index(defs, "    \"date\""), strings.Index(defs, "    \"text\"")
	if amount != 0 || date <= amount || words <= date {
		t.Errorf("the definitions are not in order:\n%s", defs)
	}
}

// TestNamesOfDefinitions holds that types of one name share a definition where they are
// the same, and have their own where they are not.
func TestNamesOfDefinitions(t *testing.T) {
	thing := func(doc string) schema.Type[anything] {
		return schema.With(group("a thing", field("flag", schema.Flag)), schema.Named("a thing", doc))
	}
	text := written(t, group("a file", field("one", thing("this")), field("two", thing("this")), field("other key", thing("that")), field("again", schema.List(thing("this")))))
	for key, want := range map[string]string{"one": "thing", "two": "thing", "other key": "other-key-thing"} {
		if got := compact(t, text, "properties", key, "$ref"); got != `"#/$defs/`+want+`"` {
			t.Errorf("%s is %s, want %s", key, got, want)
		}
	}
	if got := compact(t, text, "$defs", "other-key-thing", "description"); got != `"that"` {
		t.Errorf("the other thing is %s", got)
	}
	if got := compact(t, text, "properties", "again", "items", "$ref"); got != `"#/$defs/thing"` {
		t.Errorf("the things of a list are %s", got)
	}
	if n := strings.Count(string(text), "-thing\": {"); n != 1 {
		t.Errorf("%d definitions have a longer name, want 1:\n%s", n, text)
	}
}

// TestATypeThatHoldsItself holds that such a type is written once, by reference.
func TestATypeThatHoldsItself(t *testing.T) {
	var box schema.Type[anything]
	box = group("a box", field("flag", schema.Flag), field("inside", schema.List(schema.Lazy("a box", "", func() schema.Type[anything] { return box }))))
	if got, want := of(t, box), `box {"title":"box","description":"what a box is","type":"object","properties":{"flag":{"description":"the flag","type":"boolean","errorMessage":"true or false"},`+
		`"inside":{"description":"the inside","type":"array","items":{"$ref":"#/$defs/box"}}},"additionalProperties":false}`; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestNoSchema holds that a bound that is no number is an error, and not a broken schema.
func TestNoSchema(t *testing.T) {
	broken := group("a file", field("value", schema.With(schema.Whole, schema.AtMost("many"))))
	if text, err := schema.JSONSchema(broken.Shape(), schema.Head{}); err == nil {
		t.Errorf("a schema with a bound of many: %s", text)
	}
}

// rules is a language whose keys ask something of each other.
func rules() schema.Type[anything] {
	return schema.With(group("a line",
		field("fixed", schema.Amount), field("percent", schema.Percent), field("of", schema.List(schema.ID)),
		field("units", schema.List(schema.ID)), field("shares", schema.Map(schema.Amount)),
		field("note", schema.Text),
	), schema.Together(schema.Exclusive(false, []string{"fixed"}, []string{"percent", "of"})...),
		schema.Together(
			schema.Rule{If: []string{"percent"}, Need: []string{"of"}, Filled: true},
			schema.Rule{If: []string{"units"}, Bar: []string{"shares", "of", "fixed"}, Filled: true},
			schema.Rule{If: []string{"note"}, Need: []string{"fixed", "units"}},
		))
}

// TestRules holds what the keys of a group ask of each other, as a validator of JSON
// Schema judges.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		name string
		of   schema.Type[anything]
		good []string
		bad  []string
	}{
		{"one of several ways", rules(), []string{`{}`, `{"fixed": 1}`, `{"percent": "5%", "of": ["a"]}`}, []string{`{"fixed": 1, "percent": "5%", "of": ["a"]}`, `{"fixed": 1, "of": ["a"]}`, `{"other": 1}`}},
		{"what needs another key", rules(), []string{`{"of": ["a"]}`}, []string{`{"percent": "5%"}`, `{"percent": "5%", "of": []}`}},
		{"what an empty list bars", rules(), []string{`{"units": [], "shares": {"a": 1}}`, `{"units": ["a"], "shares": {}}`, `{"units": ["a"], "of": []}`, `{"units": [], "fixed": 1}`},
			[]string{`{"units": ["a"], "shares": {"a": 1}}`, `{"units": ["a"], "of": ["a"]}`, `{"units": ["a"], "fixed": 1}`, `{"units": ["a"], "shares": []}`}},
		{"what needs one of two keys", rules(), []string{`{"note": "N", "fixed": 1}`, `{"note": "N", "units": []}`}, []string{`{"note": "N"}`, `{"note": "N", "of": ["a"]}`}},
		{"what is always needed", schema.With(group("a line", field("fixed", schema.Amount), field("units", schema.List(schema.ID))), schema.Together(schema.Rule{Need: []string{"fixed", "units"}, Filled: true})),
			[]string{`{"fixed": 1}`, `{"units": ["a"]}`, `{"fixed": 1, "units": []}`}, []string{`{}`, `{"units": []}`}},
	} {
		compiled := compile(t, written(t, c.of))
		for _, text := range c.good {
			if err := validate(t, compiled, text); err != nil {
				t.Errorf("%s: %s: %v", c.name, text, err)
			}
		}
		for _, text := range c.bad {
			if validate(t, compiled, text) == nil {
				t.Errorf("%s: %s is not refused", c.name, text)
			}
		}
	}
}

func compile(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("a.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("a.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func validate(t *testing.T, s *jsonschema.Schema, text string) error {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(value)
}

// TestSchemaAndReader holds that the schema and the reader take the same values.
func TestSchemaAndReader(t *testing.T) {
	// The words true and false are texts to a reader of YAML that expects one, and no texts
	// to a schema: they are left out.
	type one = struct{ says, schema func(string) bool }
	types := map[string]one{
		"id": both(t, schema.ID), "path": both(t, schema.Path), "amount": both(t, schema.Amount), "number": both(t, schema.Signed), "percentage": both(t, schema.Percent),
		"whole number": both(t, schema.Whole), "date": both(t, schema.Date), "days": both(t, schema.Days), "currency": both(t, schema.Currency), "language": both(t, schema.LanguageTag),
		"flag": both(t, schema.Flag), "choice": both(t, schema.Choice("a mode", "a", "2018-02-29", "z9")),
		"or a word": both(t, schema.OrWord(schema.Signed, func(d money.Decimal) money.Decimal { return d }, map[string]money.Decimal{"a": money.Zero})),
	}
	values := []string{`a`, `z9`, `"9z"`, `a/b`, `a/9`, `a//b`, `0`, `12`, `-12`, `1.5`, `999999999`, `1000000000`, `999999999999999999999999999999`, `1000000000000000000000000000000`,
		`20%`, `7.5 %`, `07%`, `-5%`, `2018-12-31`, `2018-02-29`, `2016-02-29`, `1900-02-29`, `2000-02-29`, `2018-04-31`, `2018-13-01`, `60 days`, `1 day`, `100000 days`, `CHF`, `XXY`, `en`, `fr-CA`, `french-fries`}
	for name, of := range types {
		for _, value := range values {
			if reads, fits := of.says(value), of.schema(value); reads != fits {
				t.Errorf("%s: the reader takes %s: %v; the schema: %v", name, value, reads, fits)
			}
		}
	}
}

// both returns what the reader and the schema of a type say of a value in YAML.
func both[T any](t *testing.T, of schema.Type[source.At[T]]) struct{ says, schema func(string) bool } {
	t.Helper()
	file := group("a file", field("value", of))
	compiled := compile(t, written(t, file))
	return struct{ says, schema func(string) bool }{
		func(value string) bool {
			_, _, ok := schema.Read(source.NewFile("a.yaml", []byte("value: "+value+"\n")), "file", file)
			return ok
		},
		func(value string) bool {
			if !json.Valid([]byte(value)) {
				quoted, _ := json.Marshal(value)
				value = string(quoted)
			}
			return validate(t, compiled, `{"value": `+value+`}`) == nil
		},
	}
}
