package plan_test

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// Scalars of YAML 1.2's core schema, as editors resolve them.
var (
	coreBool    = regexp.MustCompile(`^(true|True|TRUE|false|False|FALSE)$`)
	coreInteger = regexp.MustCompile(`^[-+]?[0-9]+$`)
	coreDecimal = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)
)

// instance makes of a node what an editor validates: JSON by YAML 1.2's core schema.
// A plain 12.10 is a number, 2018-12-31, 20% and "12" are texts, the keys of a group
// are always texts.
func instance(n source.Node) any {
	switch n.Kind() {
	case source.Mapping:
		group := map[string]any{}
		for key, value := range n.Pairs() {
			group[key.Text()] = instance(value)
		}
		return group
	case source.Sequence:
		list := []any{}
		for _, item := range n.Items() {
			list = append(list, instance(item))
		}
		return list
	}
	return scalarInstance(n)
}

func scalarInstance(n source.Node) any {
	text := n.Text()
	switch {
	case !n.IsPlain():
		return text
	case n.IsNull():
		return nil
	case coreBool.MatchString(text):
		return strings.EqualFold(text, "true")
	case coreInteger.MatchString(text), coreDecimal.MatchString(text):
		return json.Number(jsonNumber(text))
	}
	return text
}

// jsonNumber writes a number of YAML as JSON does: without plus, leading zeros and
// bare points.
func jsonNumber(text string) string {
	sign, digits := "", strings.TrimPrefix(text, "+")
	if rest, negative := strings.CutPrefix(digits, "-"); negative {
		sign, digits = "-", rest
	}
	mantissa, exponent, scientific := strings.Cut(strings.ToLower(digits), "e")
	integer, part, _ := strings.Cut(mantissa, ".")
	number := sign + "0"
	if integer = strings.TrimLeft(integer, "0"); integer != "" {
		number = sign + integer
	}
	if part != "" {
		number += "." + part
	}
	if scientific {
		number += "e" + exponent
	}
	return number
}
