package source_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/source"
)

// parse reads a text that must have no problems.
func parse(t *testing.T, text string) source.Node {
	t.Helper()
	root, problems := source.Parse(source.NewFile("plan.yaml", []byte(text)))
	for _, p := range problems {
		t.Errorf("%d:%d: %s", p.Span.Start.Line, p.Span.Start.Col, p.Message)
	}
	return root
}

func TestSpanCoversExactlyWhatWasWritten(t *testing.T) {
	for name, c := range map[string]struct{ text, key, want string }{
		"plain":             {"a: hello world # note\n", "a", "hello world"},
		"at the file's end": {"a: hello", "a", "hello"},
		"after é":           {"é: 1\na: été\n", "a", "été"},
		"double quoted":     {`a: "he said \"é\" twice" # x` + "\n", "a", `"he said \"é\" twice"`},
		"single quoted":     {"a: 'it''s' # x\n", "a", "'it''s'"},
		"escaped":           {`a: "\u00e9\x41\n b"` + "\n", "a", `"\u00e9\x41\n b"`},
		"folded":            {"a: >-\n  one\n  two\nb: 1\n", "a", ">-\n  one\n  two"},
		"literal":           {"a: |\n  one\n\n  two\nb: 1\n", "a", "|\n  one\n\n  two"},
		"plain over lines":  {"a: one\n  two\n  three\nb: 1\n", "a", "one\n  two\n  three"},
		"flow list":         {"a: [x, y ] # z\n", "a", "[x, y ]"},
		"empty flow list":   {"a: [ ]\nb: 1\n", "a", "[ ]"},
		"nested flow":       {"a: {b: [c, {d: e}]}\n", "a", "{b: [c, {d: e}]}"},
		"block list":        {"a:\n  - x\n  - y\nb: 1\n", "a", "- x\n  - y"},
		"crlf":              {"b: 1\r\na: two\r\n", "a", "two"},
		"crlf folded":       {"a: >-\r\n  one\r\n  two\r\nb: 1\r\n", "a", ">-\r\n  one\r\n  two"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := parse(t, c.text).Get(c.key).Span().Text(); got != c.want {
				t.Errorf("span covers %q, want %q", got, c.want)
			}
		})
	}
}

func TestPartFindsAWordInsideAText(t *testing.T) {
	for name, text := range map[string]string{
		"plain":             "a: before ${name} after\n",
		"after é":           "a: été ${name} after\n",
		"after Chinese":     "a: 条约 ${name} after\n",
		"folded":            "a: >-\n  one line\n  and ${name} in the next\n",
		"folded, far down":  "a: >-\n  one line.\n\n  a gap\n     deeper ${name}\n",
		"literal":           "a: |\n  one line\n  and ${name} in the next\n",
		"double quoted":     `a: "x \"y\" \u00e9 ${name}"` + "\n",
		"double, continued": "a: \"one \\\n   two ${name}\"\n",
		"single quoted":     "a: 'it''s ${name}'\n",
		"plain over lines":  "a: one\n  two ${name}\n",
		"crlf":              "a: >-\r\n  one line\r\n  and ${name}\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			node := parse(t, text).Get("a")
			at := strings.Index(node.Text(), "${name}")
			if got := node.Part(at, at+len("${name}")).Text(); got != "${name}" {
				t.Errorf("part covers %q", got)
			}
		})
	}
}

func TestColumnsCountCharacters(t *testing.T) {
	span := parse(t, "{é: 条, a: b}\n").Get("a").Span()
	if span.Start.Col != 11 || span.End.Col != 12 {
		t.Errorf("columns %d to %d, want 11 to 12", span.Start.Col, span.End.Col)
	}
}

func TestProblemsSayWhereAndWhatToDo(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		code source.Code
		at   string // what the span covers
		say  string
	}{
		"empty":            {"", source.Empty, "", "empty"},
		"only a comment":   {"# nothing\n", source.Empty, "", "empty"},
		"blank":            {" \n\n", source.Empty, "", "empty"},
		"zero bytes":       {"a: \x00\x01", source.NotText, "", "not text"},
		"utf-16":           {"\xff\xfea\x00:\x00", source.NotText, "", "UTF-16"},
		"utf-16 unmarked":  {"a\x00:\x00 \x00b\x00\n\x00", source.NotText, "", "UTF-16"},
		"latin-1":          {"a: caf\xe9\n", source.NotText, "\xe9", "UTF-8"},
		"control":          {"a: b\x07\n", source.NotText, "\x07", "control"},
		"bidi":             {"a: b\u202ec\n", source.NotText, "\u202e", "invisible"},
		"tab":              {"a:\n\tb: 1\n", source.Syntax, "\t", "tab"},
		"second colon":     {"a: Note: this\n", source.Syntax, ":", "colon"},
		"open quote":       {"a: \"never\nb: 1\n", source.Syntax, "\"", "never closed"},
		"percent":          {"a: %20\n", source.Syntax, "%", "quotes"},
		"at":               {"a: @home\n", source.Syntax, "@", "quotes"},
		"alias":            {"a: &x 1\nb: 2\n", source.NoAliases, "&x", "anchor"},
		"alias of nothing": {"a: *x\n", source.Syntax, "*", "quotes"},
		"merge":            {"a: {<<: {b: 1}}\n", source.NoAliases, "<<", "merge"},
		"tag":              {"a: !!int 1\n", source.NoTags, "!!int", "tag"},
		"twice":            {"a: 1\na: 2\n", source.DuplicateKey, "a", "twice"},
		"escaped control":  {`a: "x\e[31m"` + "\n", source.NotText, `\e`, "invisible"},
		"escaped bidi":     {`a: "x\u202Ey"` + "\n", source.NotText, `\u202E`, "invisible"},
		"escaped private":  {`a: "x\uE000y"` + "\n", source.NotText, `\uE000`, "invisible"},
		"escaped key":      {`"a\a": b` + "\n", source.NotText, `\a`, "invisible"},
		"behind a quote":   {"a: 1\nb: 2\nt: 'State's report'\n", source.Syntax, "s report'", "quotes end"},
		"a lone dash":      {"a: 1\nb:\n  c: 2\n  -\n", source.Syntax, "-", "alone"},
		"a blank too few":  {"a: 1\nb:\n    c: 2\n   d: 3\ne: 4\n", source.Syntax, "d: 3", "indented by 3"},
		"alias far down":   {"a: 1\nb: 2\nc: *x\n", source.Syntax, "*", "quotes"},
		"says nothing":     {"---\n", source.Empty, "", "says nothing"},
		"flow reference":   {"a: 1\nb:\n  - {id: x, text: See ${budget.total}., c: d}\n  - e\n", source.Syntax, "${budget.total}", "quotes"},
		"second document":  {"a: 1\n---\nb: 2\n", source.OneDocument, "---", "second document"},
		"deep":             {strings.Repeat("[", 100) + strings.Repeat("]", 100), source.TooDeep, "", "levels"},
		"extremely deep":   {strings.Repeat("[", 20000), source.Syntax, "", "nested"},
		"key is a list":    {"? [a]\n: 1\n", source.Syntax, "[a]", "single word"},
		"glued colon":      {"isuplan:1\nb: 2\n", source.Syntax, ":", "space is missing"},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := source.Parse(source.NewFile("plan.yaml", []byte(c.text)))
			if len(problems) == 0 {
				t.Fatal("no problem was found")
			}
			p := problems[0]
			if p.Code != c.code || !strings.Contains(p.Message+p.Hint, c.say) {
				t.Errorf("got %s: %s (%s), want %s with %q", p.Code, p.Message, p.Hint, c.code, c.say)
			}
			if c.at != "" && p.Span.Text() != c.at {
				t.Errorf("the span covers %q, want %q", p.Span.Text(), c.at)
			}
			if strings.Contains(p.Message, "yaml:") || p.Hint == "" {
				t.Errorf("not in plain words: %s (%s)", p.Message, p.Hint)
			}
		})
	}
}

func TestAliasBombIsRefusedWithoutBeingExpanded(t *testing.T) {
	text := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'k'; c++ {
		ref := "*" + string(c-1)
		text += string(c) + ": &" + string(c) + " [" + strings.Repeat(ref+", ", 8) + ref + "]\n"
	}
	_, problems := source.Parse(source.NewFile("bomb.yaml", []byte(text)))
	if len(problems) == 0 || problems[0].Code != source.NoAliases {
		t.Fatalf("got %v", problems)
	}
}

func TestByteOrderMarkIsDropped(t *testing.T) {
	if got := parse(t, "\ufeffa: b\n").Get("a").Start(); got.Line != 1 || got.Col != 4 {
		t.Errorf("got %v", got)
	}
}

func TestTooLarge(t *testing.T) {
	_, problems := source.Parse(source.NewFile("big.yaml", make([]byte, source.MaxBytes+1)))
	if len(problems) != 1 || problems[0].Code != source.TooLarge {
		t.Fatalf("got %v", problems)
	}
}

// FuzzParse holds that no input makes the reader panic, and that every scalar's
// parts lie inside its span.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"a: b", "a: >-\n  x ${y}\n", `a: "\u00e9"`, "- 'it''s'\n- |\n  x\n", "a: [b, {c: d}]", "\t", "? a", "a: &b c\n", "%YAML 1.2\n---\na"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		root, problems := source.Parse(source.NewFile("plan.yaml", text))
		for _, p := range problems {
			if p.Message == "" || p.Hint == "" {
				t.Errorf("a problem without words: %+v", p)
			}
			_ = p.Span.Text()
		}
		if len(problems) == 0 {
			walk(t, root)
		}
	})
}

func walk(t *testing.T, n source.Node) {
	span := n.Span()
	if span.End.Offset < span.Start.Offset {
		t.Errorf("a span that ends before it begins: %+v", span)
	}
	if n.Kind() == source.Scalar {
		for i := range len(n.Text()) {
			if strings.TrimSpace(n.Text()[i:i+1]) == "" {
				continue // the break after a block of text belongs to no node
			}
			part := n.Part(i, i+1)
			if part.Start.Offset < span.Start.Offset || part.End.Offset > span.End.Offset {
				t.Errorf("part %d of %q lies outside its span", i, n.Text())
			}
		}
	}
	for _, item := range n.Items() {
		walk(t, item)
	}
	for key, value := range n.Pairs() {
		walk(t, key)
		walk(t, value)
	}
}
