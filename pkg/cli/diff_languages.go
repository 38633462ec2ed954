package cli

import (
	"context"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/render"
)

// languageVersions holds two language versions of one plan side by side.
func (d *differ) languageVersions(ctx context.Context, format render.ComparisonFormat, plans []*compile.Unit) error {
	v, err := compile.CompareLanguages(ctx, plans[0], plans[1])
	if err != nil {
		return err
	}
	result, err := d.renderVersions(ctx, format, v)
	if err != nil {
		return err
	}
	d.crowded(result)
	if err := d.put(ctx, format, result); err != nil {
		return err
	}
	if len(v.Differences()) > 0 {
		d.app.failed()
	}
	return nil
}

// refuseWithLanguages says what cannot be asked for together with --languages.
func (d *differ) refuseWithLanguages(format render.ComparisonFormat, plans int) error {
	switch {
	case format.Pair:
		return troublef("--languages has no tracked changes; write --format pdf, html or another")
	case d.revision != "" || d.increase != "" || d.line != "":
		return troublef("--languages compares two versions of one plan, in two files; leave --git, --max-increase and --max-line-increase out")
	case d.lang != "":
		return troublef("--languages is worded in the language of the first plan; leave --lang out")
	case plans != 2:
		return troublef("--languages compares two plans; name two")
	}
	return nil
}

func (d *differ) renderVersions(ctx context.Context, format render.ComparisonFormat, v *compile.LanguageVersions) (r render.Result, err error) {
	defer compile.Guard("writing", "the comparison", &err)
	return format.Write(ctx, render.Comparison{Document: v.Document(d.all), Data: v.WriteJSON}, d.look())
}
