package serve

import (
	"bytes"
	"context"
	"errors"
	"mime"
	"net/http"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/sheet"
)

// download builds a file of the plan as it is on the disk now: a document, as a draft where the
// plan has errors, or the budget as a workbook.
func (s *Server) download(w http.ResponseWriter, r *http.Request) {
	d, ok := s.desk(r.URL.Query().Get("plan"))
	if !ok {
		refuse(w, http.StatusNotFound, noPlan)
		return
	}
	select {
	case s.heavy <- struct{}{}:
		defer func() { <-s.heavy }()
	case <-r.Context().Done():
		return
	}
	in, err := s.World.Read(d.name)
	if err != nil {
		refuse(w, http.StatusConflict, err.Error())
		return
	}
	file, ext, err := s.built(r.Context(), in, r.URL.Query().Get("format"))
	var no *refusal
	switch {
	case errors.As(err, &no):
		refuse(w, http.StatusConflict, no.sentence)
		return
	case err != nil:
		refuse(w, http.StatusInternalServerError, err.Error())
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": compile.NameOf(in.File) + ext}))
	_, _ = w.Write(file) //nolint:gosec // it is saved, not shown, and of no type that runs
}

// built makes the bytes of a file, and says how its name ends.
func (s *Server) built(ctx context.Context, in compile.Input, format string) (file []byte, ext string, err error) {
	with, err := s.compilers()
	if err != nil {
		return nil, "", err
	}
	u, err := with.Final.Compile(ctx, in)
	if err != nil {
		return nil, "", err
	}
	if !u.Complete() {
		return nil, "", refused("The plan cannot be read in full, so that nothing can be built of it; isuplan check says why.")
	}
	if f, ok := sheet.FormatNamed(format); ok && f.Binary {
		return workbook(u, f)
	}
	f, ok := render.FormatNamed(format)
	if !ok {
		return nil, "", refused("There is no such format.")
	}
	built, err := u.Build(ctx, f)
	if err != nil {
		return nil, "", err
	}
	if diag.Worst(built.Findings) == diag.Error {
		if u, err = with.Draft.Compile(ctx, in); err != nil {
			return nil, "", err
		}
		if built, err = u.Build(ctx, f); err != nil {
			return nil, "", err
		}
	}
	return built.Results[0].Bytes, f.Ext, nil
}

// workbook writes the budget.
func workbook(u *compile.Unit, f sheet.Format) ([]byte, string, error) {
	words := u.Words()
	t := sheet.Sheet{Budget: u.Budget, Title: words.Title(), Total: words.Total(), Words: words.Text, Number: words.Number, Tables: u.Budget.Tables(u.Plan)}
	if f.Most > 0 && t.Amounts() > f.Most {
		return nil, "", refused("The budget has too many amounts for this format; isuplan budget --format csv writes all of them.")
	}
	var b bytes.Buffer
	if err := f.Write(t, &b, false); err != nil {
		return nil, "", err
	}
	file := b.Bytes()
	if f.Seal != nil {
		file = f.Seal(file)
	}
	return file, f.Ext, nil
}
