package plan_test

import (
	"fmt"
	"slices"
)

// odd are values that some type does not take, each for another reason.
var odd = []string{
	"~", "true", "12", "-5", `"12"`, "1.5", "20%", "-20%", "2 0%", "0.2", `"two words"`, "Word", `""`, `" "`, ".", "nil", "blank",
	"2018-12-31", "2018-02-30", "2018-06-31", "2020-02-29", "1900-02-29", "2019-13-01", "2018-1-1", "3 June 2018", "60", "60 days", "60  days", "123456 days",
	"CHF", "EURO", "chf", "XYZ", "en", "English", "GE.17-09131", "GE.17", "half-up", "half", "a/b", "/a", "a//b", "../a.yaml", "/a.yaml", `'b\a.yaml'`, "a.txt",
	"1000000000000000000000000000000", "999999999999", "13", "0", `"150,000"`, "12 500", "[]", "{}", "[a]", "[[a]]", "{a: 1}", "{amount: 1}", "{amount: 20%}", "{Amount: 1}", "[~]",
}

// breakOne changes one key or value of a plan and says how.
func (in *inventor) breakOne(root *tree) string {
	var all []*tree
	root.walk(func(t *tree) { all = append(all, t) })
	at := all[in.IntN(len(all))]
	switch in.IntN(4) {
	case 0:
		return in.drop(at)
	case 1:
		return in.add(at)
	default:
		value := odd[in.IntN(len(odd))]
		if value == "true" && at.isName() {
			value = `"true"` // an id to the loader alone; agreement says so
		}
		was := at.String()
		*at = tree{shape: at.shape, text: value}
		return fmt.Sprintf("%s for %.60s", value, was)
	}
}

func (t *tree) isName() bool {
	return t.shape != nil && slices.Contains([]string{"an id", "a path", "a column id"}, t.shape.Name)
}

// drop takes a key or an item away.
func (in *inventor) drop(at *tree) string {
	if len(at.kids) == 0 {
		return "nothing dropped"
	}
	i := in.IntN(len(at.kids))
	if at.list {
		at.remove(i)
		return fmt.Sprintf("item %d dropped", i)
	}
	key := at.keys[i]
	at.remove(i)
	return key + " dropped"
}

// add adds a key that the group does not have: one of the language's, or another.
func (in *inventor) add(at *tree) string {
	if at.list || at.text != "" {
		return "nothing added"
	}
	have := map[string]bool{}
	for _, key := range at.keys {
		have[key] = true
	}
	if len(at.shape.Keys) > 0 && in.chance(80) {
		in.columns = []string{"amount", ""}
		if k := at.shape.Keys[in.IntN(len(at.shape.Keys))]; !have[k.Key] {
			at.set(k.Key, in.value(k.Shape, k.Key))
			return k.Key + " added"
		}
	}
	at.set(in.pick("unknown", "Lines", "fixd", "x", "\"two words\""), in.scalar(nil, in.pick("1", "text", "20%", "[a]")))
	return at.keys[len(at.keys)-1] + " added"
}
