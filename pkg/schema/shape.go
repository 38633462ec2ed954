package schema

// Shape describes a type for documentation and editors: what a person may write
// there. JSONSchema makes a schema of it.
type Shape struct {
	Name   string   // "text", "date", "list", or the name of a group
	Doc    string   // one sentence
	Keys   []KeyDoc // the keys of a group, in their canonical order
	By     *Shape   // what the keys of a map are
	Of     *Shape   // what a list or a map holds
	Short  *Shape   // what may stand instead of a group or a map
	For    string   // the key of a group that its short form stands for
	Values []string // the values of a choice
	Words  []string // the words that may stand instead of a number
	Rules  []Rule   // what the keys of a group ask of each other

	JSON     []string // the JSON types that a YAML reader makes of it
	Pattern  string   // the form of a text, as a regular expression of Go and ECMAScript alike
	Bounds   Bounds
	NotEmpty bool // a list needs an item
	Most     int  // items of a list, keys of a map, characters of a text; 0 sets no bound
	Pair     bool // a list has two items, or none
	Several  bool // a list has two items or more, or none
	Example  string

	Use        Use      // of a scalar: what it is to the reader
	Identifies bool     // it stands for the id of an element that has none
	Space      string   // of an element: the space of names that it shares
	To         []string // of a reference: the spaces of what it may name, such as facts
	Also       []string // of a reference: the words that may stand instead of an id, such as total
	Except     string   // of a reference: the key whose owners it may not name, such as sum
	Inner      bool     // of a list: its items are named right below the element that holds it
	Thing      bool     // of a group: findings name the group and not its keys
	Part       bool     // of an element: findings name the element that holds it
	OneFor     []string // of a row of a table: the key whose values stand once each, or the keys together
	Printed    []string // of a group: its keys in the order of the document

	tried *tried // of a group

	many func() []string // as Values, for so many that they are made only when asked for
	lazy func() *Shape   // the shape itself, for a type that may hold itself
}

// KeyDoc describes a key of a group.
type KeyDoc struct {
	Key      string
	Doc      string
	Required bool
	Shape    *Shape
}

// Bounds are the bounds of a number, in digits. An empty one does not bind.
type Bounds struct {
	Only           string // the one number that is allowed
	AtLeast, Above string
	AtMost, Below  string
}

// Rule says what keys of a group ask of each other: where all of If stand, one of
// Need has to stand too, and none of Bar may. An If of no keys always holds.
//
// The reader does not read rules: it has its own words for each of them. They say
// the same to editors; a test holds both together.
type Rule struct {
	If, Need, Bar []string
	// Filled does not count keys with an empty list or group.
	Filled bool
}

// Itself returns the shape, for a type that is made only when it is asked for as well.
func (s *Shape) Itself() *Shape {
	if s.lazy != nil {
		return s.lazy()
	}
	return s
}

// Choices returns the words of which a value is one, or may be one; none where it is free.
func (s *Shape) Choices() []string {
	switch {
	case s.many != nil:
		return s.many()
	case s == Flag.shape:
		return []string{"true", "false"}
	case len(s.Values) > 0:
		return s.Values
	}
	return s.Words
}

// IsByYear reports a value that may be another in each year, or column of the budget.
func (s *Shape) IsByYear() bool { return s.By != nil && s.By.Name == YearOrColumn.Shape().Name }

// IsByColumn reports a value that may be another in each column of the budget.
func (s *Shape) IsByColumn() bool { return s.By != nil && s.By.Name == Column.Shape().Name }

// hasTextsByReference reports texts by the ids of what they stand beside, such as the columns of a table:
// they are texts of what has them all.
func (s *Shape) hasTextsByReference() bool {
	return s.By != nil && s.By.Use == AsReference && s.Of != nil && len(s.Of.Itself().Keys) == 0 && s.Of.Scalar().Use.IsText()
}

// Scalar returns the shape of the single value that may be written for a type: its own,
// or that of its short form.
func (s *Shape) Scalar() *Shape {
	s = s.Itself()
	for s.Short != nil {
		s = s.Short
	}
	return s
}

// listed returns the shape of the list that may stand instead of a map, nil where none may.
func (s *Shape) listed() *Shape {
	if s.By == nil || s.Short == nil || s.Short.Of == nil || s.Short.By != nil {
		return nil
	}
	return s.Short
}

// A Trait is something that a shape says of its type.
type Trait func(*Shape)

// With returns a type whose shape says more. How it reads stays the same.
func With[T any](t Type[T], traits ...Trait) Type[T] {
	shape := *t.shape
	for _, say := range traits {
		say(&shape)
	}
	t.shape = &shape
	return t
}

// Named gives a shape a name and a sentence of its own.
func Named(name, doc string) Trait { return func(s *Shape) { s.Name, s.Doc = name, doc } }

// Scalar says which JSON types a YAML reader makes of a value.
func Scalar(types ...string) Trait { return func(s *Shape) { s.JSON = types } }

// Written says what form a text has.
func Written(pattern string) Trait { return func(s *Shape) { s.Pattern = pattern } }

// Example shows a value.
func Example(value string) Trait { return func(s *Shape) { s.Example = value } }

// OneOf says that a value is one of so many that they are made when asked for.
func OneOf(values func() []string) Trait { return func(s *Shape) { s.many = values } }

// Exactly says that a number can only be this one.
func Exactly(digits string) Trait { return func(s *Shape) { s.Bounds.Only = digits } }

// AtLeast says what a number is no less than.
func AtLeast(digits string) Trait { return func(s *Shape) { s.Bounds.AtLeast = digits } }

// AtMost says what a number is no more than.
func AtMost(digits string) Trait { return func(s *Shape) { s.Bounds.AtMost = digits } }

// Above says what a number is more than; AtLeast does not hold beside it.
func Above(digits string) Trait {
	return func(s *Shape) { s.Bounds.Above, s.Bounds.AtLeast = digits, "" }
}

// Below says what a number is less than.
func Below(digits string) Trait { return func(s *Shape) { s.Bounds.Below = digits } }

// NotEmpty says that a list needs an item.
func NotEmpty(s *Shape) { s.NotEmpty = true }

// Pair says that a list has two items, or none.
func Pair(s *Shape) { s.Pair = true }

// Several says that a list has two items or more, or none.
func Several(s *Shape) { s.Several = true }

// Together says what the keys of a group ask of each other.
func Together(rules ...Rule) Trait { return func(s *Shape) { s.Rules = append(s.Rules, rules...) } }

// Exclusive returns the rules by which, of sets of keys, only one may stand.
func Exclusive(filled bool, sets ...[]string) (rules []Rule) {
	for i, set := range sets {
		var others []string
		for j, other := range sets {
			if j != i {
				others = append(others, other...)
			}
		}
		for _, key := range set {
			rules = append(rules, Rule{If: []string{key}, Bar: others, Filled: filled})
		}
	}
	return rules
}
