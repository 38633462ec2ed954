package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strconv"
)

// picture draws a picture whose top is given.
func (c *canvas) picture(p *picture, top length) {
	c.note(p.mark, p.x, top, p.width, p.height, false)
	b := append(c.enter(c.scratch, p.mark), "q "...)
	for i, l := range []length{p.width, 0, 0, p.height, p.x, c.sheet.height - top - p.height} {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendLength(b, l)
	}
	b = append(b, " cm /P"...)
	b = strconv.AppendInt(b, int64(len(c.images)), 10)
	c.write(append(b, " Do Q"...))
	c.images = append(c.images, p.png)
}

// pictures puts the pictures that were drawn into the file.
func (f *file) pictures(list [][]byte) error {
	named := ""
	for i, p := range list {
		in, err := png.Decode(bytes.NewReader(p))
		if err != nil {
			return err
		}
		n := f.reserve(1)
		size := in.Bounds().Size()
		f.objects[n] = stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 ", size.X, size.Y), samples(in))
		named += fmt.Sprintf("/P%d %d 0 R ", i, n)
	}
	if named == "" {
		return nil
	}
	return f.replace(resourcesObject, "/XObject <<", "/XObject <<"+named)
}

// samples are the colours of a picture without transparency, row by row.
func samples(in image.Image) []byte {
	const high = 8
	b := make([]byte, 0, in.Bounds().Dx()*in.Bounds().Dy()*3)
	for y := in.Bounds().Min.Y; y < in.Bounds().Max.Y; y++ {
		for x := in.Bounds().Min.X; x < in.Bounds().Max.X; x++ {
			r, g, blue, _ := in.At(x, y).RGBA()
			b = append(b, byte(r>>high), byte(g>>high), byte(blue>>high))
		}
	}
	return b
}
