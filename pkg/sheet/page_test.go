package sheet

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestThePageNamesEveryKey holds docs/budget-json.md to the keys that are written: the page
// names each of them, and no other.
func TestThePageNamesEveryKey(t *testing.T) {
	text, err := os.ReadFile("../../docs/budget-json.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	keys := map[string]bool{}
	jsonKeys(reflect.TypeFor[jsonBudget](), keys)
	named := map[string]bool{}
	for _, m := range regexp.MustCompile("`([a-z_.\\[\\]]+)`").FindAllStringSubmatch(page, -1) {
		for _, key := range strings.Split(strings.ReplaceAll(m[1], "[]", ""), ".") {
			named[key] = true
		}
	}
	for key := range keys {
		if !named[key] {
			t.Errorf("the page does not name the key %s", key)
		}
	}
	for key := range named {
		if !keys[key] && !slices.Contains(values, key) {
			t.Errorf("the page names %s, which is no key", key)
		}
	}
}

// jsonKeys gathers the keys of a type and of what it holds.
func jsonKeys(of reflect.Type, keys map[string]bool, around ...reflect.Type) {
	if slices.Contains(around, of) { // a type may hold itself
		return
	}
	switch of.Kind() {
	case reflect.Slice, reflect.Pointer:
		jsonKeys(of.Elem(), keys, around...)
	case reflect.Struct:
		for field := range of.Fields() {
			key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if key != "" {
				keys[key] = true
			}
			jsonKeys(field.Type, keys, append(around, of)...)
		}
	}
}

// values are what the page names besides keys: what can stand at one.
var values = strings.Fields("null line group amount sum change percent number nil blank half-up half-even rounded stated given product growth rate money count months")
