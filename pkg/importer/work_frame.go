package importer

// withWork adds to the plan that shows the template who does what and when, an indicator and a risk.
func withWork(probe, period *group) *group {
	year := period.pairs[0].value
	one := func(keys ...any) *group {
		g := &group{}
		g.set("id", plain("x"))
		for i := 0; i+1 < len(keys); i += 2 {
			g.set(keys[i].(string), keys[i+1])
		}
		return g
	}
	only := func(g *group) *list { return &list{items: []item{{value: g}}} }
	indicator := one("text", xWork, "unit", xWork, "baseline", xWork, "targets", xWork, "actual", xWork, "verification", xWork)
	milestone := one("text", xWork, "date", year)
	activity := one("text", xActivity, "responsible", plain("x"), "partners", plain("x"), "when", year, "milestones", only(milestone))
	output := one("text", xOutput, "activities", only(activity))
	outcome := one("text", xOutcome, "indicators", only(indicator), "outputs", only(output))
	risk := one("text", xWork, "likelihood", plain("low"), "impact", plain("low"), "response", xWork, "owner", plain("x"))
	out := &group{}
	for _, p := range probe.pairs {
		if p.key == "outcomes" {
			out.set("actors", only(one("label", xWork)))
			p.value = only(outcome)
		}
		out.pairs = append(out.pairs, p)
	}
	out.set("risks", only(risk))
	return out
}
