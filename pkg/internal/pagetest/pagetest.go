// Package pagetest holds pages of documentation to the types that they describe, for tests.
package pagetest

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var named = regexp.MustCompile("`([a-z_.\\[\\]]+)`")

// JSON holds a page to the JSON that is written: it names each key of a type, and no other.
// Section is the heading of the part that describes it, "" for all of the page; values are
// what the page names besides keys, as what can stand at one.
func JSON(t *testing.T, path, section string, of reflect.Type, values string) {
	t.Helper()
	page := read(t, path, section)
	keys, onPage := map[string]bool{}, map[string]bool{}
	gather(of, keys)
	for _, m := range named.FindAllStringSubmatch(page, -1) {
		for key := range strings.SplitSeq(strings.ReplaceAll(m[1], "[]", ""), ".") {
			onPage[key] = true
		}
	}
	for key := range keys {
		if !onPage[key] {
			t.Errorf("%s does not name the key %s", path, key)
		}
	}
	for key := range onPage {
		if !keys[key] && !slices.Contains(strings.Fields(values), key) {
			t.Errorf("%s names %s, which is no key", path, key)
		}
	}
}

// read returns a page, or the part of it below a heading.
func read(t *testing.T, path, section string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if section == "" {
		return string(text)
	}
	_, page, found := strings.Cut(string(text), "\n## "+section+"\n")
	if !found {
		t.Fatalf("%s has no part on %s", path, section)
	}
	page, _, _ = strings.Cut(page, "\n## ")
	return page
}

// gather collects the keys of a type and of what it holds.
func gather(of reflect.Type, keys map[string]bool, around ...reflect.Type) {
	if slices.Contains(around, of) { // a type may hold itself
		return
	}
	switch of.Kind() {
	case reflect.Slice, reflect.Pointer:
		gather(of.Elem(), keys, around...)
	case reflect.Struct:
		for field := range of.Fields() {
			if key, _, _ := strings.Cut(field.Tag.Get("json"), ","); key != "" {
				keys[key] = true
			}
			gather(field.Type, keys, append(around, of)...)
		}
	}
}
