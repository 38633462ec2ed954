package plan

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/schema"
)

// What checkVersion, checkFact and checkColumn check, said for editors.
var (
	versionType = schema.With(schema.Whole, schema.Exactly(strconv.Itoa(Version)))

	factRules = schema.Together(append(
		schema.Exclusive(true, []string{"value", "sum"}, []string{"text"}),
		schema.Rule{Need: []string{"value", "text", "sum"}, Filled: true})...)

	columnRules = schema.Together(schema.Exclusive(true, columnKeys()...)...)
)

// columnKeys are the keys of which a column has one at the most.
func columnKeys() (keys [][]string) {
	for _, rule := range new(Column).rules() {
		keys = append(keys, []string{rule.key})
	}
	return keys
}
