package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/source"
)

// settings are the flags of a compilation.
type settings struct {
	app      *app
	lang     string // of what is said, "" for that of the plan
	template string // a file, or the name of a template that comes with isuplan
	compile.Options
}

func newSettings(a *app) settings { return settings{app: a, template: compile.DefaultTemplate} }

// templateFlag adds --template to a command.
func (s *settings) templateFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&s.template, "template", compile.DefaultTemplate, "the document's skeleton: a name, or a file of your own")
}

// langFlag adds the flag for the language of what is said.
func (s *settings) langFlag(cmd *cobra.Command, of string) {
	cmd.Flags().StringVar(&s.lang, "lang", "", "the language of "+of+": "+strings.Join(compile.Languages(), ", ")+"; the plan's where it is not said")
	s.app.completeFlag(cmd, "lang", words(compile.Languages()))
}

// checkLang refuses a language that isuplan does not have.
func (s *settings) checkLang() error {
	if s.lang != "" && !slices.Contains(compile.Languages(), s.lang) {
		return troublef("isuplan has no language %q; it has %s", s.lang, strings.Join(compile.Languages(), ", "))
	}
	return nil
}

// compiler returns a compiler by the flags.
func (s *settings) compiler() (*compile.Compiler, error) {
	o := s.Options
	o.Template = compile.Template{Name: s.template}
	switch {
	case s.template == "":
		return nil, &compile.NoTemplateError{}
	case s.isFile():
		file, err := s.app.read(s.template)
		if err != nil {
			return nil, err
		}
		// The user named it, so links beside it are followed.
		dir := filepath.Dir(s.template)
		o.Template = compile.Template{File: file, Folder: s.app.notedFolder(os.DirFS(dir), dir)}
	}
	return compile.New(o), nil
}

func (s *settings) isFile() bool {
	return filepath.Ext(s.template) != "" || strings.ContainsRune(s.template, filepath.Separator)
}

// input returns a plan and its folder: that of its file, or the working folder for a plan
// from standard input.
func input(file *source.File) compile.Input {
	return compile.Input{File: file, Folder: folder(filepath.Dir(file.Name))}
}

func inputs(files []*source.File) []compile.Input {
	var list []compile.Input
	for _, f := range files {
		list = append(list, input(f))
	}
	return list
}

// folder is a folder on the disk. No file outside of it can be read: links that lead out
// are not followed. It is opened when something is read, which most plans never ask for.
type folder string

// Open opens a file of the folder or below it.
func (f folder) Open(name string) (fs.File, error) {
	root, err := os.OpenRoot(string(f))
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // files opened in it stay open
	return root.Open(filepath.FromSlash(name))
}
