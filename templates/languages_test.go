package templates_test

import (
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// categories are those of CLDR.
var categories = map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other"}

// texts reads the texts of a language file by their paths; one for one and for several is each of
// its categories.
func texts(t *testing.T, name string) map[string]string {
	t.Helper()
	text, err := templates.Files.ReadFile("languages/" + name)
	if err != nil {
		t.Fatal(err)
	}
	root, findings := source.Parse(source.NewFile(name, text))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	out := map[string]string{}
	var walk func(n source.Node, path string)
	walk = func(n source.Node, path string) {
		switch n.Kind() {
		case source.Mapping:
			for key, value := range n.Pairs() {
				walk(value, path+"/"+key.Text())
			}
		case source.Sequence:
			for i, item := range n.Items() {
				walk(item, fmt.Sprintf("%s/%d", path, i))
			}
		default:
			out[path] = n.Text()
		}
	}
	walk(root, "")
	return out
}

func languageFiles(t *testing.T) (names []string) {
	t.Helper()
	entries, err := templates.Files.ReadDir("languages")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".yaml") && e.Name() != "en.yaml" {
			names = append(names, e.Name())
		}
	}
	if len(names) < 3 {
		t.Fatalf("there are only %q", names)
	}
	return names
}

// bare is the path of a text without its plural category.
func bare(path string) string {
	for _, c := range categories {
		path = strings.TrimSuffix(path, "/"+c)
	}
	return path
}

// own are the keys that a language may lack: words for small numbers, which follow the gender of what
// they count in some;
// and words that stay with a number, of which each has its own.
var own = regexp.MustCompile(`^/numbers/small|^/typography/(units|numbered|together|elided)/`)

// TestNoLanguageLacksAText: each text of English is in every language, and quotes the same values; and
// there is a text for each plural category that the language has.
func TestNoLanguageLacksAText(t *testing.T) {
	english := map[string][]string{}
	for path, text := range texts(t, "en.yaml") {
		english[bare(path)] = append(english[bare(path)], text)
	}
	for _, name := range languageFiles(t) {
		there := texts(t, name)
		got := map[string][]string{}
		for path, text := range there {
			got[bare(path)] = append(got[bare(path)], text)
		}
		for path, list := range english {
			switch {
			case own.MatchString(path):
			case got[path] == nil:
				t.Errorf("%s lacks %s: %q", name, path, list)
			case !strings.HasPrefix(path, "/languages") && !slices.Equal(quoted(list), quoted(got[path])) && !rephrased[path]:
				t.Errorf("%s: %s quotes %q, and English %q", name, path, quoted(got[path]), quoted(list))
			}
		}
		for path := range got {
			if len(english[path]) == 0 && !slices.Contains([]string{"/items", "/dates/first_day"}, path) && !strings.HasPrefix(path, "/months_alone") && !strings.HasPrefix(path, "/masthead/") && !strings.HasPrefix(path, "/typography/") {
				t.Errorf("%s has %s, which English has not", name, path)
			}
		}
		tag := language.MustParse(strings.TrimSuffix(name, ".yaml"))
		for path := range there {
			base, isOther := strings.CutSuffix(path, "/other")
			if !isOther {
				continue
			}
			for _, c := range needed(tag) {
				if _, is := there[base+"/"+c]; !is && !same(there, base) {
					t.Errorf("%s: %s has no text for the category %s", name, base, c)
				}
			}
		}
	}
}

// rephrased are texts that name fewer things than in English, where another language would need an
// article for them.
var rephrased = map[string]bool{"/words/heading_mandate": true, "/words/heading_priorities": true, "/words/lead_outcomes": true, "/words/lead_mandate": true}

// same reports a text that is the same for all numbers.
func same(there map[string]string, base string) bool {
	_, one := there[base+"/one"]
	return one && there[base+"/one"] == there[base+"/other"]
}

// needed are the plural categories of whole numbers in a language.
func needed(tag language.Tag) (list []string) {
	for n := range 200 {
		c := categories[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	return list
}

var reference = regexp.MustCompile(`\$\{[^}]*\}`)

// quoted are the values that texts quote, but for how many there are, which may be left out in the text
// for one.
func quoted(list []string) []string {
	all := map[string]bool{}
	for _, text := range list {
		for _, r := range reference.FindAllString(text, -1) {
			if r != "${number}" && r != "${digits}" {
				all[r] = true
			}
		}
	}
	var out []string
	for r := range all {
		out = append(out, r)
	}
	sort.Strings(out)
	return out
}
