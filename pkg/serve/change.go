package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/format"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// changeJSON is what the page asks to be changed in a plan.
type changeJSON struct {
	Plan string `json:"plan"`
	Kind string `json:"kind"` // see changes

	Path string `json:"path"` // of a text
	Was  string `json:"was"`  // what the page showed
	Text string `json:"text"` // what it shall be

	Print string `json:"print"` // of a finding; see diag.Fingerprints

	Reason   string `json:"reason"` // of a waiver
	Approved string `json:"approved"`

	Set []string `json:"set"` // what-if values, see whatif.Apply
}

// answerJSON says what became of it.
type answerJSON struct {
	OK      bool   `json:"ok"`
	Message string `json:"message"`
	Now     string `json:"now,omitempty"` // what the file has instead of what the page showed
}

// refusal is why a change cannot be made, in a sentence.
type refusal struct{ sentence, now string }

func (r *refusal) Error() string { return r.sentence }

func refused(sentence string) error { return &refusal{sentence: sentence} }

// job is a change that is asked for, and the plan as it is on the disk.
type job struct {
	*changeJSON
	with *compile.Compiler
	in   compile.Input
	unit *compile.Unit
}

// kinds are the changes that can be asked for. Each takes the plan as it is on the disk now
// and returns the text that it shall have, and what was done.
var kinds = map[string]func(ctx context.Context, j *job) (text []byte, done string, err error){
	"text":  reword,
	"fix":   fix,
	"waive": waive,
	"done":  done,
	"set":   set,
}

// change makes a change of a plan's file.
func (s *Server) change(w http.ResponseWriter, r *http.Request) {
	var c changeJSON
	if r.Header.Get("Content-Type") != "application/json" {
		refuse(w, http.StatusUnsupportedMediaType, "A change is asked for as JSON.")
		return
	}
	decoder := json.NewDecoder(r.Body)
	decoder.DisallowUnknownFields()
	if decoder.Decode(&c) != nil {
		refuse(w, http.StatusBadRequest, "This is no change that can be read.")
		return
	}
	d, ok := s.desk(c.Plan)
	if !ok {
		refuse(w, http.StatusNotFound, noPlan)
		return
	}
	// Whoever closes the page has asked for it all the same.
	answer, err := d.change(context.WithoutCancel(r.Context()), &c)
	if err != nil {
		refuse(w, http.StatusInternalServerError, err.Error())
		return
	}
	text, err := json.Marshal(answer)
	if err != nil {
		refuse(w, http.StatusInternalServerError, err.Error())
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(text)
}

// change makes a change, one at a time for a plan, in the file as it is on the disk now.
func (d *desk) change(ctx context.Context, c *changeJSON) (*answerJSON, error) {
	d.changing.Lock()
	defer d.changing.Unlock()
	in, err := d.server.World.Read(d.name)
	if err != nil {
		return &answerJSON{Message: err.Error()}, nil
	}
	var text []byte
	var said string
	if c.Kind == "undo" {
		text, said, err = d.undo(ctx, in)
	} else {
		text, said, err = d.edited(ctx, in, c)
	}
	var no *refusal
	if errors.As(err, &no) {
		return &answerJSON{Message: no.sentence, Now: no.now}, nil
	}
	if err != nil {
		return nil, err
	}
	switch err := d.server.write(ctx, in.File, text); {
	case errors.Is(err, ErrChanged):
		return &answerJSON{Message: "The file was changed by somebody else at the same moment. Nothing was written; look at it and try again."}, nil
	case err != nil:
		return &answerJSON{Message: "Nothing was written: " + err.Error()}, nil
	}
	defer func() { go d.refresh(ctx) }() // the page is told by an event
	d.remember(c.Kind, saved{before: in.File.Bytes, after: text})
	return &answerJSON{OK: true, Message: said}, nil
}

// edited returns the plan after a change.
func (d *desk) edited(ctx context.Context, in compile.Input, c *changeJSON) ([]byte, string, error) {
	wanted, ok := kinds[c.Kind]
	if !ok {
		return nil, "", refused("There is no change of this kind.")
	}
	with, err := d.server.compilers()
	if err != nil {
		return nil, "", err
	}
	u, err := with.Final.Compile(ctx, in)
	if err != nil {
		return nil, "", err
	}
	text, said, err := wanted(ctx, &job{changeJSON: c, with: with.Final, in: in, unit: u})
	switch {
	case errors.Is(err, edit.ErrConflict), errors.Is(err, edit.ErrMeaning):
		return nil, "", refused("This would change what the rest of the plan says; make the change in the file.")
	case err != nil:
		return nil, "", err
	case bytes.Equal(text, in.File.Bytes):
		return nil, "", refused("Nothing is changed by this.")
	case u.Plan != nil && len(u.Unread) == 0 && !reads(ctx, with.Final, in, text):
		return nil, "", refused("With this the plan could not be read; it stays as it was.")
	}
	return inForm(in.File, text), said, nil
}

// inForm returns a plan's new text in canonical form, where the old one was in it.
func inForm(before *source.File, text []byte) []byte {
	if was, ok := canonical(before); !ok || !bytes.Equal(was, before.Bytes) {
		return text
	}
	if now, ok := canonical(source.NewFile(before.Name, text)); ok {
		return now
	}
	return text
}

// canonical returns a plan in canonical form; it is false for one that has none.
func canonical(f *source.File) ([]byte, bool) {
	p, _, ok := plan.Load(f)
	if !ok {
		return nil, false
	}
	text, err := format.Plan(p.Node, plan.Shape())
	return text, err == nil
}

// reads reports whether the plan can be read with another text.
func reads(ctx context.Context, c *compile.Compiler, in compile.Input, text []byte) bool {
	in.File = source.NewFile(in.File.Name, text)
	u, err := c.Compute(ctx, in)
	return err == nil && len(u.Unread) == 0
}
