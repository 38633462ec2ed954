// Package compile is the front door: the way from a plan's file to its budget, its
// document, the findings about it and the files that are built of it. The command line,
// a browser view, an editor's server and other programs all come in here.
//
// A Compiler holds what plans have in common: the template, the languages, what is
// wanted of a document. It compiles any number of plans, side by side if need be, and
// keeps nothing of them. All that is wrong with a plan is a finding; an error means that
// the work could not be done: it was cancelled, a file that was named cannot be read, or
// isuplan itself has a fault (Fault).
package compile

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"sync"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/compose"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/render/typography"
	"github.com/isuplan/isuplan/pkg/source"
)

// Options say how plans are compiled. The zero Options are those of a final document
// with the template and the languages that come with isuplan.
type Options struct {
	Template  Template // the document's skeleton
	Draft     bool     // every page is marked as a draft
	Annex     bool     // the document lists the plan's waivers
	Recompute bool     // what the rules give stands in for stated amounts
	NoWaivers bool     // findings that the plan waives are reported as if it did not
	// Language is that of what is said of plans, such as a comparison; "" for the plan's own. It is
	// not for documents, which are in the language of their plan.
	Language string
	// Last is the plan of the year before, where it is not the one that the plan names.
	Last *source.File
	// Frame is the plan of several years above, where it is not the one that the plan names.
	Frame *source.File
}

// Input is a plan and its folder.
type Input struct {
	// File is the plan's text; its name is what findings call it.
	File *source.File
	// Folder is the folder in which the plan lies, from which the plan of the year before
	// and that of several years may be read; nil for a plan that is in no folder. Take os.OpenRoot(dir) and its FS
	// for a folder on the disk: unlike os.DirFS it follows no link out of the folder.
	Folder fs.FS
}

// Open reads a plan from a folder; it is called by its name in findings.
func Open(folder fs.FS, name string) (Input, error) {
	if folder == nil {
		return Input{}, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	text, err := readFile(folder, name)
	if err != nil {
		return Input{}, err
	}
	sub, err := fs.Sub(folder, path.Dir(name))
	if err != nil {
		return Input{}, err
	}
	return Input{File: source.NewFile(name, text), Folder: sub}, nil
}

// ErrNoFile is the error of an input without a plan.
var ErrNoFile = errors.New("there is no plan in the input")

// Compiler compiles plans. It is safe for use by several goroutines at once.
type Compiler struct {
	Options
	skeletons skeletons
}

// New returns a compiler.
func New(o Options) *Compiler { return &Compiler{Options: o} }

// Unit is what compiling a plan gave, up to the stage that it reached. What it holds must
// not be changed; its methods may be called by several goroutines at once.
type Unit struct {
	File     *source.File
	Plan     *plan.Plan     // as far as it could be read; nil where nothing could
	Budget   *budget.Budget // of what could be read; nil where nothing could
	Names    *refs.Names    // what prose may quote; nil where nothing could be read
	Template *compose.Template
	Language *language.Language
	// Document is the document; nil where the plan, its template or its language could not
	// be read completely, or where only its budget was asked for.
	Document *document.Document
	// Findings are those of reading and composing; Judge adds what the rules say.
	Findings []diag.Finding
	// Reviews are the comments that ask for a person; they make every page a draft.
	Reviews []diag.Finding
	// Unread are the spans that could not be read.
	Unread []source.Span

	typeset  func() *document.Document // the document, its texts set by the language: once for all formats
	compiler *Compiler
	folder   fs.FS
	noFrame  []diag.Finding // why the plan of several years is not known, though the plan names one
	skeleton bool           // the template and the language could be read
	absent   bool           // there is no plan: one side of a comparison
}

// Complete reports whether all of the plan, its template and its language could be
// read, so that a document can be made of it.
func (u *Unit) Complete() bool { return u.absent || u.skeleton && len(u.Unread) == 0 }

// Compile runs a plan through all stages up to the document. It runs no rules; Judge does,
// which may run beside Render.
func (c *Compiler) Compile(ctx context.Context, in Input) (*Unit, error) {
	u, err := c.Compute(ctx, in)
	if err != nil || !u.Complete() {
		return u, err
	}
	return u, u.compose(ctx)
}

// Compute compiles a plan up to its budget, and loads the words that it needs.
func (c *Compiler) Compute(ctx context.Context, in Input) (u *Unit, err error) {
	u = &Unit{File: in.File, compiler: c, folder: in.Folder}
	if in.File == nil {
		return u, ErrNoFile
	}
	defer guard("reading", in.File, &err)
	if err := ctx.Err(); err != nil {
		return u, err
	}
	p, findings, ok := plan.Load(in.File)
	u.Findings = findings
	if !ok && p.Node.IsZero() {
		return u, nil
	}
	u.Plan, u.Unread, u.Reviews = p, unread(findings), check.Reviews(p)
	u.readLists()
	u.readActuals()
	if err := ctx.Err(); err != nil {
		return u, err
	}
	u.Budget, findings = budget.Compute(p, budget.Options{Recompute: c.Recompute, Frame: u.readFrame()})
	if len(u.Unread) == 0 {
		u.Findings = append(u.Findings, findings...)
	}
	u.Names = refs.New(p, u.Budget)
	if err := u.loadSkeleton(); err != nil {
		return u, err
	}
	if u.Template != nil {
		u.Names.KnowSections(u.Template.SectionIDs()...)
	}
	return u, nil
}

// unread returns the spans that could not be read. Warnings do not count.
func unread(findings []diag.Finding) []source.Span {
	var list []source.Span
	for _, f := range findings {
		if f.Rule.Severity == diag.Error {
			list = append(list, f.Span)
		}
	}
	return list
}

// compose makes the document.
func (u *Unit) compose(ctx context.Context) (err error) {
	defer guard("composing", u.File, &err)
	if err := ctx.Err(); err != nil {
		return err
	}
	in := u.input()
	in.Emblem = u.emblem()
	doc, findings := compose.Build(in)
	doc.Meta.Name = u.Name()
	u.Document, u.Findings = doc, append(append(u.Findings, findings...), u.reported()...)
	u.typeset = sync.OnceValue(func() *document.Document { return typography.Set(doc) })
	return ctx.Err()
}

// input is what the document is made of.
func (u *Unit) input() compose.Input {
	o := &u.compiler.Options
	return compose.Input{Plan: u.Plan, Budget: u.Budget, Template: u.Template, Own: u.own(), Language: u.Language,
		Draft: o.Draft || len(u.Reviews) > 0, Annex: o.Annex, RuleTitles: ruleTitles(o.Annex)}
}

// Words composes single texts of the plan outside of its document. If the plan or its
// language could not be read, it shows texts as they were written.
func (u *Unit) Words() compose.Words {
	if u.Plan == nil || u.Template == nil || u.Language == nil {
		return compose.Words{}
	}
	return compose.NewWords(u.input())
}
