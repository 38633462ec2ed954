package importer

func (b *placer) budget() *group {
	g := &group{}
	g.set("currency", plain("CHF"))
	line := &group{}
	line.set("id", plain("x"))
	line.set("label", "X")
	line.set("fixed", plain("1"))
	l := &list{}
	l.add(line)
	g.set("lines", l)
	return g
}
