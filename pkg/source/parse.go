package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Bounds of a file from a stranger. They are far above any real plan (the 2018
// plan has 40 kB and 7 levels) and keep the reader's time and memory small.
const (
	MaxBytes = 16 << 20
	MaxDepth = 40
)

// Code names a kind of problem, in the words that findings use for their rule.
type Code string

// What can be wrong with a file before anyone asks what it means.
const (
	NotText      Code = "not-text"
	TooLarge     Code = "too-large"
	TooDeep      Code = "too-deep"
	Empty        Code = "empty-file"
	Syntax       Code = "syntax"
	DuplicateKey Code = "duplicate-key"
	NoAliases    Code = "yaml-alias"
	NoTags       Code = "yaml-tag"
	OneDocument  Code = "second-document"
)

// Problem is something wrong with a file as YAML, in plain words.
type Problem struct {
	Code    Code
	Message string
	Hint    string
	Span    Span
	// Other is a second span that belongs to the problem, such as the first use of a key
	// that stands twice; OtherNote says what it is.
	Other     Span
	OtherNote string
	// Remove is what mends it when it is taken out; nil where a person has to decide.
	Remove []Span
	// More is how many problems of the code there are behind this one, which are not
	// returned.
	More int
}

// mostProblems is how many problems of a code are returned.
const mostProblems = 501

// Parse reads the file into nodes. It returns the root, which is the zero Node
// where nothing could be read, and all that is wrong, in the order of the file. A file is
// read once: whoever asks again gets the same nodes, until the file is made to forget them.
func Parse(f *File) (Node, []Problem) {
	f.reading.Lock()
	defer f.reading.Unlock()
	if f.read == nil {
		root, problems := parse(f)
		f.read = &reading{root, problems}
	}
	return f.read.root, f.read.problems
}

// reading is what reading a file gave.
type reading struct {
	root     Node
	problems []Problem
}

func parse(f *File) (Node, []Problem) {
	if problems := guard(f); len(problems) > 0 {
		return Node{}, problems
	}
	documents, err := decode(f.Bytes)
	if err != nil {
		return Node{}, []Problem{explain(f, err)}
	}
	if len(documents) == 0 || len(documents[0].Content) == 0 {
		return Node{}, []Problem{{Code: Empty, Span: f.Span(0, 0),
			Message: "the file is empty",
			Hint:    "a plan begins with the line \"isuplan: 1\"; docs/plan-language.md has a small one to start from"}}
	}
	root := Node{f, documents[0].Content[0]}
	if root.IsNull() {
		return Node{}, []Problem{{Code: Empty, Span: f.Span(0, 0), Message: "the file says nothing",
			Hint: "a plan begins with the line \"isuplan: 1\"; docs/plan-language.md has a small one to start from"}}
	}
	foldLigatures(f, root.yaml)
	v := vetter{file: f}
	v.vet(root, 1)
	if len(documents) > 1 {
		second := Node{f, documents[1]}
		v.add(Problem{Code: OneDocument, Span: f.LineSpan(max(1, second.Start().Line)),
			Message: "a second document begins here; it would be ignored",
			Hint:    "keep one plan in a file: move what stands below the line \"---\" into a file of its own"})
	}
	return root, v.problems
}

// decode parses the bytes; a second document is kept so that it can be refused.
func decode(text []byte) (documents []*tree, err error) {
	// The library is known to panic on some malformed comments; a plan from a
	// stranger must not bring the program down.
	defer func() {
		if r := recover(); r != nil {
			documents, err = nil, fmt.Errorf("yaml: %v", r)
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	for len(documents) < 2 {
		document := new(yaml.Node)
		if err := decoder.Decode(document); errors.Is(err, io.EOF) {
			return documents, nil
		} else if err != nil {
			return nil, err
		}
		documents = append(documents, newTree(document))
	}
	return documents, nil
}

// vetter walks the nodes once and refuses what a plan may not hold.
type vetter struct {
	file     *File
	problems []Problem
	of       map[Code]*codeCount
	deep     bool
}

// codeCount is how many problems of a code there are, and where the last one is that is
// returned.
type codeCount struct{ count, last int }

func (v *vetter) add(p Problem) {
	if v.of == nil {
		v.of = map[Code]*codeCount{}
	}
	of := v.of[p.Code]
	if of == nil {
		of = &codeCount{}
		v.of[p.Code] = of
	}
	if of.count++; of.count > mostProblems {
		v.problems[of.last].More++
		return
	}
	of.last = len(v.problems)
	v.problems = append(v.problems, p)
}

func (v *vetter) vet(n Node, depth int) {
	if depth > MaxDepth {
		if !v.deep {
			v.deep = true
			v.add(Problem{Code: TooDeep, Span: n.Span(),
				Message: fmt.Sprintf("the plan is nested more than %d levels deep here", MaxDepth),
				Hint:    "a plan needs about ten levels; look for brackets or indentation that went wrong"})
		}
		return
	}
	v.vetStyle(n)
	if n.yaml.Kind == yaml.MappingNode {
		v.vetKeys(n)
	}
	v.splitItems(n)
	v.joinItems(n)
	for _, child := range n.yaml.Content {
		v.vet(Node{v.file, child}, depth+1)
	}
}

func (v *vetter) vetStyle(n Node) {
	y := n.yaml
	switch {
	case y.Kind == yaml.AliasNode:
		v.add(Problem{Code: NoAliases, Span: v.token(n, len(y.Value)+1),
			Message: fmt.Sprintf("\"*%s\" is a YAML alias; plans do not use them", y.Value),
			Hint:    "write the value out, or put quotes around a text that begins with *"})
	case y.anchor() != "":
		v.add(Problem{Code: NoAliases, Span: v.token(n, len(y.anchor())+1),
			Message: fmt.Sprintf("\"&%s\" is a YAML anchor; plans do not use them", y.anchor()),
			Hint:    "take the anchor out, or put quotes around a text that begins with &"})
	}
	if y.Style&yaml.DoubleQuotedStyle != 0 {
		v.vetEscapes(n)
	}
	if y.Style&yaml.TaggedStyle != 0 {
		v.add(Problem{Code: NoTags, Span: v.token(n, len(y.tag())),
			Message: fmt.Sprintf("%q is a YAML tag; plans do not use them", y.tag()),
			Hint:    "take the tag out, or put quotes around a text that begins with !"})
	}
}

// vetEscapes refuses what escapes in double quotes spell: the same characters that
// guard refuses in the file itself.
func (v *vetter) vetEscapes(n Node) {
	for i, r := range n.yaml.Value {
		if r == '\n' || r == '\t' || r >= ' ' && r != 0x7F && !isHidden(r) &&
			(!isWidthless(r) || isNeeded([]byte(n.yaml.Value), i, utf8.RuneLen(r))) {
			continue
		}
		v.add(Problem{Code: NotText, Span: n.Part(i, i+utf8.RuneLen(r)),
			Message: fmt.Sprintf("this escape spells an invisible character (U+%04X)", r),
			Hint:    "take it out; it could change what a reader sees"})
		return
	}
}

// token is a short span at the node's start, for marks whose end the library does not
// tell.
func (v *vetter) token(n Node, length int) Span {
	start := n.Start().Offset
	line := v.file.LineSpan(n.Start().Line)
	return v.file.Span(start, min(start+length, max(start, line.End.Offset)))
}

// vetKeys reports keys that stand twice in one mapping, and keys that are not words.
func (v *vetter) vetKeys(n Node) {
	seen := keySet{}
	if n.Len() > fewKeys {
		seen.many = make(map[string]Node, n.Len())
	}
	for key := range n.Pairs() {
		switch {
		case key.Kind() != Scalar:
			v.add(Problem{Code: Syntax, Span: key.Span(),
				Message: "a key must be a single word, not " + key.Kind().String(),
				Hint:    "write key: value; put quotes around a text that begins with { or ["})
			continue
		case key.yaml.tag() == mergeTag:
			v.add(Problem{Code: NoAliases, Span: key.Span(),
				Message: "\"<<\" is a YAML merge key; plans do not use it",
				Hint:    "write the keys out"})
			continue
		}
		if first, twice := seen.add(n, key); twice {
			v.add(Problem{Code: DuplicateKey, Span: key.Span(),
				Message: fmt.Sprintf("the key `%s` stands twice in one group", key.Text()),
				Hint:    "keep one of the two; the first is in line " + fmt.Sprint(first.Start().Line),
				Other:   first.Span(), OtherNote: "first written here"})
		}
	}
}

// fewKeys is how many keys are compared one by one; most groups have no more, and
// a map for each of them would cost more than all the rest.
const fewKeys = 16

// keySet finds keys that stand twice.
type keySet struct{ many map[string]Node }

// add returns the first key of the mapping with the same text, where there is one
// before this.
func (s keySet) add(n, key Node) (Node, bool) {
	if s.many != nil {
		first, twice := s.many[key.Text()]
		if !twice {
			s.many[key.Text()] = key
		}
		return first, twice
	}
	for i := 0; n.yaml.Content[i] != key.yaml; i += 2 {
		if other := n.yaml.Content[i]; other.Kind == yaml.ScalarNode && other.Value == key.yaml.Value {
			return Node{n.file, other}, true
		}
	}
	return Node{}, false
}
