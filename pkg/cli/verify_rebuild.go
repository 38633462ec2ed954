package cli

import (
	"bytes"
	"context"
	"slices"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/proof"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/source"
)

// rebuild builds a file anew, in the format that it has and with a seal. What a reader of
// the file cannot judge is held against that; and a file that nobody changed is the same,
// byte for byte.
func (v *verifier) rebuild(ctx context.Context, plan *source.File, format string, draft bool, seal readback.Seal) ([]byte, error) {
	formats := render.Formats()
	at := slices.IndexFunc(formats, func(f render.Format) bool { return f.Ext == "."+format })
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
	result, err := u.Render(ctx, formats[at], document.Seal(seal))
	return result.Bytes, err
}

// one verifies a file. One that cannot be read, for it is larger than documents are for
// example, is right all the same if it is what isuplan builds.
func (v *verifier) one(ctx context.Context, name string, plan *source.File, against proof.Against) (verified, error) {
	file, text, unreadable := v.app.readBack(name)
	if unreadable == nil {
		return v.compare(ctx, plan, file, text, against)
	}
	format := readback.Format(file)
	for _, draft := range []bool{false, true} {
		if len(file) == 0 || format == "" {
			break
		}
		built, err := v.rebuild(ctx, plan, format, draft, against.Seal)
		if err != nil {
			return verified{}, err
		}
		if bytes.Equal(built, file) {
			text = &readback.Text{Format: format, Seal: against.Seal}
			result := proof.Compare(text, against)
			result.Differences, result.Draft = nil, draft
			return verified{text: text, result: result, asBuilt: true}, nil
		}
	}
	return verified{}, unreadable
}

// compare holds a file against the plan, and against what isuplan builds of it.
func (v *verifier) compare(ctx context.Context, plan *source.File, file []byte, text *readback.Text, against proof.Against) (one verified, err error) {
	one = verified{text: text, result: proof.Compare(text, against)}
	draft := one.result.Draft
	built, err := v.rebuild(ctx, plan, text.Format, draft, against.Seal)
	if err != nil || built == nil {
		return one, err
	}
	if one.asBuilt = bytes.Equal(built, file); one.asBuilt {
		one.result.Differences = nil
		return one, nil
	}
	if against.Built, err = readback.Read(built); err != nil { // there is nothing to hold it against
		against.Built = nil
	}
	one.result = proof.Compare(text, against)
	one.result.Draft = draft
	one.isComparable = text.Changes == 0 && text.Seal.Tool == compile.Program && text.Seal.Plan == plan.SHA256()
	return one, nil
}
