package source_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/source"
)

// TestAt holds the three states of a value.
func TestAt(t *testing.T) {
	root, _ := source.Parse(source.NewFile("a.yaml", []byte("key: value\n")))
	var unset, unread source.At[string]
	set := source.At[string]{Value: "value", Node: root.Get("key")}
	unread = set
	unread.SetUnread(root.Get("key"))
	for name, c := range map[string]struct {
		at             source.At[string]
		isSet, written bool
	}{"unset": {unset, false, false}, "set": {set, true, true}, "unread": {unread, false, true}} {
		if c.at.IsSet() != c.isSet || c.at.IsWritten() != c.written {
			t.Errorf("%s: set %v, written %v", name, c.at.IsSet(), c.at.IsWritten())
		}
	}
	if unread.Value != "" || unread.Span().Text() != "value" {
		t.Errorf("what could not be read has the value %q and stands at %q", unread.Value, unread.Span().Text())
	}
}
