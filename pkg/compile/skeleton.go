package compile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// The template and the language that are taken where nothing else is named.
const (
	DefaultTemplate = "un"
	DefaultLanguage = "en"
)

// Template says which skeleton documents have. The zero Template is the default one.
type Template struct {
	// Name is that of a template that comes with isuplan.
	Name string
	// File is the user's own template, instead of one that comes with isuplan.
	File *source.File
	// Folder is that file's folder; language files beside it are found by their names.
	Folder fs.FS
}

// Templates returns the names of the templates that come with isuplan.
func Templates() []string { return embedded(".") }

// Languages returns the codes of the languages that come with isuplan.
func Languages() []string { return embedded("languages") }

// embedded returns the names of the files in a folder of the embedded templates.
func embedded(folder string) []string {
	entries, _ := templates.Files.ReadDir(folder)
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
		}
	}
	return names
}

// NoTemplateError says that no template of isuplan has that name.
type NoTemplateError struct{ Name string }

// Error names the templates that there are.
func (e *NoTemplateError) Error() string {
	return fmt.Sprintf("no template is called %q; isuplan has %s, or name a file such as ours.yaml", e.Name, strings.Join(Templates(), ", "))
}

// file returns the template's file.
func (t Template) file() (*source.File, error) {
	if t.File != nil {
		return t.File, nil
	}
	name := t.Name
	if name == "" {
		name = DefaultTemplate
	}
	text, err := templates.Files.ReadFile(name + ".yaml")
	if err != nil {
		return nil, &NoTemplateError{name}
	}
	return source.NewFile("templates/"+name+".yaml", text), nil
}

// languageFile returns the file of a language: one beside the user's own template, or
// one that comes with isuplan; nil where there is neither.
func (t Template) languageFile(code string) (*source.File, error) {
	name := code + ".yaml"
	if t.File != nil && t.Folder != nil && name != filepath.Base(t.File.Name) {
		shown := filepath.Join(filepath.Dir(t.File.Name), name)
		text, err := readFile(t.Folder, name)
		switch {
		case err == nil:
			return source.NewFile(shown, text), nil
		case !errors.Is(err, fs.ErrNotExist) && fs.ValidPath(name):
			return nil, &unreadable{shown, err}
		}
	}
	return ownLanguage(code), nil
}

// ownLanguage returns the file of a language that comes with isuplan, nil for another.
// The words of comparisons are left out: they are half of the file, and a document has
// none of them.
func ownLanguage(code string) *source.File {
	name, text := embeddedLanguage(code)
	if text == nil {
		return nil
	}
	return source.NewFile(name, withoutComparison(text))
}

// embeddedLanguage returns the name and the text of a language that comes with isuplan,
// nothing for another.
func embeddedLanguage(code string) (name string, text []byte) {
	path := "languages/" + code + ".yaml"
	text, err := templates.Files.ReadFile(path)
	if err != nil {
		return "", nil
	}
	return "templates/" + path, text
}

// withoutComparison empties the lines of a language file between the key `comparison` and
// the next one. All others stay on their lines.
func withoutComparison(text []byte) []byte {
	const key = "\ncomparison:"
	from := bytes.Index(text, []byte(key))
	if from < 0 {
		return text
	}
	from++ // behind the end of the line before
	to := len(text)
	for at := from; at < len(text); {
		next := at + bytes.IndexByte(text[at:], '\n') + 1
		if next == at || next == len(text) {
			break
		}
		if c := text[next]; c != ' ' && c != '\n' && c != '#' {
			to = next
			break
		}
		at = next
	}
	empty := bytes.Repeat([]byte("\n"), bytes.Count(text[from:to], []byte("\n")))
	return slices.Concat(text[:from], empty, text[to:])
}

// skeletons keeps the template and the languages that were read last, so that a thousand
// plans read them once. Nothing changes them after they are read; a file that changed
// since is read anew.
type skeletons struct {
	mu        sync.Mutex
	template  *loaded[compose.Template]
	languages map[string]*loaded[language.Language]
	// compared are languages with the words of comparisons, by their codes.
	compared map[string]*language.Language
}

// loaded is what was read of a file, and what was found wrong with it.
type loaded[T any] struct {
	file     *source.File
	value    *T
	findings []diag.Finding
	ok       bool
}

// load reads a file, or returns what was read of it before. A file with findings is read
// anew for each plan, since each plan reports them.
func load[T any](before *loaded[T], f *source.File, read func(*source.File) (*T, []diag.Finding, bool)) *loaded[T] {
	if before != nil && len(before.findings) == 0 && before.file.Name == f.Name && bytes.Equal(before.file.Bytes, f.Bytes) {
		return before
	}
	l := &loaded[T]{file: f}
	l.value, l.findings, l.ok = read(f)
	return l
}

// loadSkeleton loads the template and the language of a plan.
func (u *Unit) loadSkeleton() error {
	s, from := &u.compiler.skeletons, u.compiler.Template
	s.mu.Lock()
	defer s.mu.Unlock()
	file, err := from.file()
	if err != nil {
		return err
	}
	s.template = load(s.template, file, compose.LoadTemplate)
	u.Template = s.template.value
	u.Findings = append(u.Findings, s.template.findings...)
	code := cmp.Or(u.compiler.Language, u.Plan.Document.Language.Value)
	if code == "" {
		code = DefaultLanguage
	}
	if file, err = from.languageFile(code); err != nil {
		return err
	}
	if file == nil {
		u.Findings = append(u.Findings, noLanguage(u.Plan.Document.Language, code))
		return nil
	}
	l := load(s.languages[code], file, language.Load)
	if s.languages == nil {
		s.languages = map[string]*loaded[language.Language]{}
	}
	s.languages[code] = l
	u.Language = l.value
	u.Findings = append(u.Findings, l.findings...)
	u.skeleton = s.template.ok && l.ok
	return nil
}

// own returns the template of the plan's own document, for a report; nil where the unit makes that
// document itself.
func (u *Unit) own() *compose.Template {
	if !u.Template.IsReport() {
		return nil
	}
	file, err := Template{}.file()
	if err != nil {
		return nil
	}
	own, _, _ := compose.LoadTemplate(file)
	return own
}

// comparisonWords returns the unit's language with the words of a comparison: its own, or
// else those that come with isuplan for it, or else those of English. A language file that is
// older may have all but those of some tables.
func (u *Unit) comparisonWords() *language.Language {
	if c := &u.Language.Comparison; !c.Node.IsZero() && !c.Tables.Node.IsZero() && !c.Versions.Node.IsZero() {
		return u.Language
	}
	s, code := &u.compiler.skeletons, u.Language.Code.Value
	s.mu.Lock()
	defer s.mu.Unlock()
	words, known := s.compared[code]
	if !known {
		name, text := embeddedLanguage(code)
		if text == nil {
			name, text = embeddedLanguage(DefaultLanguage)
		}
		words, _, _ = language.Load(source.NewFile(name, text))
		if s.compared == nil {
			s.compared = map[string]*language.Language{}
		}
		s.compared[code] = words
	}
	own := *u.Language
	if own.Comparison.Node.IsZero() {
		own.Comparison = words.Comparison
	}
	if own.Comparison.Tables.Node.IsZero() {
		own.Comparison.Tables = words.Comparison.Tables
	}
	if own.Comparison.Versions.Node.IsZero() {
		own.Comparison.Versions = words.Comparison.Versions
	}
	return &own
}

func noLanguage(code source.At[string], name string) diag.Finding {
	return diag.Finding{Rule: compose.NoLanguage, Span: code.Span(),
		Message: fmt.Sprintf("isuplan has no words for the language %q", name),
		Hint: fmt.Sprintf("known are %s; another language is a file %s.yaml beside your own template (docs/templates.md)",
			strings.Join(Languages(), ", "), name)}
}
