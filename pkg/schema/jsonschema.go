package schema

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

// Head is what a JSON Schema says of itself.
type Head struct{ ID, Title, Description string }

// JSONSchema returns the JSON Schema of a shape, by which editors complete, explain
// and check a file as it is typed. It is of draft 2020-12, but leans on nothing that
// editors of draft 7 do not know; errorMessage is their keyword, and says in words
// what a pattern means.
func JSONSchema(root *Shape, head Head) ([]byte, error) {
	d := &definitions{names: map[*Shape]string{}, byName: map[string]object{}}
	schema := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", head.ID},
		{"title", head.Title},
		{"description", head.Description},
	}
	schema = append(schema, d.body(root, "plan")...)
	schema = append(schema, member{"$defs", d.sorted()})
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(schema)
	return b.Bytes(), err
}

// definitions are the named types of a schema.
type definitions struct {
	names  map[*Shape]string
	byName map[string]object
}

func (d *definitions) sorted() object {
	var all object
	for name, body := range d.byName {
		all = append(all, member{name, body})
	}
	slices.SortFunc(all, func(a, b member) int { return strings.Compare(a.key, b.key) })
	return all
}

// use returns what stands where a type is used: a reference to its definition, or all
// of it where a reader is better served so. Key names a definition whose own name is
// taken by another type.
func (d *definitions) use(s *Shape, key string) object {
	s = s.Itself()
	if s.isInline() {
		return d.body(s, key)
	}
	return object{{"$ref", "#/$defs/" + d.define(s, key)}}
}

// isInline reports whether a type is written out wherever it is used.
func (s *Shape) isInline() bool {
	listed := s.Values != nil || s.Bounds.Only != "" || slices.Equal(s.JSON, []string{"boolean"})
	return listed || s.Of != nil && s.Short == nil
}

// define writes the definition of a type, once, and returns its name.
func (d *definitions) define(s *Shape, key string) string {
	if name, known := d.names[s]; known {
		return name
	}
	name := definitionName(s.Name)
	if _, taken := d.byName[name]; taken {
		name = Slug(key) + "-" + name
	}
	d.names[s], d.byName[name] = name, nil // it may refer to itself
	body := append(heading(s), d.body(s, key)...)
	if own := definitionName(s.Name); own != name && reflect.DeepEqual(d.byName[own], body) {
		delete(d.byName, name)
		d.names[s] = own
		return own
	}
	d.byName[name] = body
	return name
}

// heading is what editors show above a value. A scalar has no description: editors would
// show it instead of that of the key.
func heading(s *Shape) object {
	title := object{{"title", withoutArticle(s.Name)}}
	if len(s.Keys) > 0 {
		title = append(title, member{"description", s.Doc})
	}
	return title
}

// definitionName makes "cost-line" of "a cost line".
func definitionName(name string) string { return Slug(withoutArticle(name)) }

func withoutArticle(name string) string {
	for _, article := range []string{"a ", "an ", "the "} {
		if rest, cut := strings.CutPrefix(name, article); cut {
			return rest
		}
	}
	return name
}

// body says what may stand for a type.
func (d *definitions) body(s *Shape, key string) object {
	switch {
	case s.Short != nil:
		long := *s
		long.Short = nil
		return object{{"anyOf", []object{d.use(s.Short, key), d.body(&long, key)}}}
	case s.Words != nil:
		number := *s
		number.Words = nil
		return object{{"anyOf", []object{d.body(&number, key), {{"enum", s.Words}}}}}
	case s.By != nil:
		return s.most("maxProperties", object{{"type", "object"}, {"propertyNames", d.use(s.By, key)}, {"additionalProperties", d.use(s.Of, key)}})
	case s.Of != nil:
		return d.list(s, key)
	case len(s.Keys) > 0:
		return d.group(s)
	default:
		return value(s)
	}
}

func (d *definitions) list(s *Shape, key string) object {
	list := object{{"type", "array"}, {"items", d.use(s.Of, key)}}
	if s.NotEmpty {
		list = append(list, member{"minItems", 1})
	}
	if s.Of.Use == AsReference {
		list = append(list, member{"uniqueItems", true})
	}
	if s.Pair {
		list = append(list, member{"anyOf", []object{{{"maxItems", 0}}, {{"minItems", 2}, {"maxItems", 2}}}})
	}
	if s.Several {
		list = append(list, member{"anyOf", []object{{{"maxItems", 0}}, {{"minItems", 2}}}})
	}
	return s.most("maxItems", list)
}

// most adds the bound of a type to what says it, where it has one.
func (s *Shape) most(key string, to object) object {
	if s.Most > 0 {
		to = append(to, member{key, s.Most})
	}
	return to
}

func (d *definitions) group(s *Shape) object {
	var properties object
	var required []string
	for _, k := range s.Keys {
		property := append(object{{"description", k.Doc}}, d.use(k.Shape, k.Key)...)
		properties = append(properties, member{k.Key, property})
		if k.Required {
			required = append(required, k.Key)
		}
	}
	group := object{{"type", "object"}, {"properties", properties}}
	if required != nil {
		group = append(group, member{"required", required})
	}
	group = append(group, member{"additionalProperties", false})
	if len(s.Rules) > 0 {
		group = append(group, member{"allOf", s.conditions()})
	}
	return group
}

// value describes a scalar.
func value(s *Shape) object {
	if s.Bounds.Only != "" {
		return object{{"const", json.RawMessage(s.Bounds.Only)}}
	}
	if s.Values != nil {
		return object{{"enum", s.Values}}
	}
	if s.many != nil { // too many to list them when one is mistyped
		return object{{"enum", s.many()}, {"examples", []string{s.Example}}, s.errorMessage()}
	}
	var v object
	if len(s.JSON) == 1 {
		v = object{{"type", s.JSON[0]}}
	} else {
		v = object{{"type", s.JSON}}
	}
	if s.Pattern != "" {
		v = append(v, member{"pattern", s.Pattern})
	}
	v = s.most("maxLength", v)
	for _, bound := range []struct{ key, digits string }{
		{"minimum", s.Bounds.AtLeast}, {"exclusiveMinimum", s.Bounds.Above},
		{"maximum", s.Bounds.AtMost}, {"exclusiveMaximum", s.Bounds.Below},
	} {
		if bound.digits != "" {
			v = append(v, member{bound.key, json.Number(bound.digits)})
		}
	}
	if s.Example != "" {
		v = append(v, member{"examples", []string{s.Example}})
	}
	return append(v, s.errorMessage())
}

func (s *Shape) errorMessage() member {
	if s.Name == s.Doc {
		return member{"errorMessage", s.Doc}
	}
	return member{"errorMessage", s.Name + ": " + s.Doc}
}

// object is a JSON object that keeps the order of its keys.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false) // readers of the file see < and not its code
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := encoder.Encode(m.key); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := encoder.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
