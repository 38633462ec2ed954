package cli

import (
	"bytes"
	"context"
	"slices"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/source"
)

// rebuild builds a file anew, as its seal says that it was built. A comparison of texts
// cannot find what only shows on the page, such as a text laid over another; but a file
// that nobody changed is the same, byte for byte. It returns nothing for a file that
// another version made, or that has no seal.
func (v *verifier) rebuild(ctx context.Context, plan *source.File, text *readback.Text, draft bool) ([]byte, error) {
	if text.Seal.Tool != compile.Program || text.Seal.Plan != plan.SHA256() {
		return nil, nil
	}
	formats := render.Formats()
	at := slices.IndexFunc(formats, func(f render.Format) bool { return f.Ext == "."+text.Format })
	if at < 0 {
		return nil, nil
	}
	c, err := v.asDraft(draft).compiler()
	if err != nil {
		return nil, err
	}
	u, err := c.Compile(ctx, input(plan))
	if err != nil || !u.Complete() {
		return nil, err
	}
	result, err := u.Render(ctx, formats[at], document.Seal(text.Seal))
	return result.Bytes, err
}

// touch notes whether a file is as it was built. A redline is left out, since build makes
// none.
func (v *verifier) touch(ctx context.Context, f *verified, plan *source.File, file []byte) error {
	if f.text.Changes > 0 {
		return nil
	}
	built, err := v.rebuild(ctx, plan, f.text, f.result.Draft)
	if err != nil || built == nil {
		return err
	}
	f.asBuilt = bytes.Equal(built, file)
	if !f.asBuilt && f.agrees() {
		f.remarks = append(f.remarks, "its text agrees, but it is not the file that isuplan built: it was changed since, or saved anew; look at its pages")
	}
	return nil
}
