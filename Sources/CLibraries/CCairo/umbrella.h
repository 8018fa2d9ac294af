#include <cairo.h>
#include <cairo-pdf.h>

// What is called of Pango, whose interface has been stable since 2006. Its own headers would come with
// pkg-config's flag -pthread, at which SwiftPM warns in every build.

typedef struct _PangoLayout PangoLayout;
typedef struct _PangoContext PangoContext;
typedef struct _PangoFontDescription PangoFontDescription;

typedef struct {
  int x, y, width, height;
} PangoRectangle;

PangoLayout *pango_cairo_create_layout(cairo_t *);
void pango_cairo_context_set_font_options(PangoContext *, const cairo_font_options_t *);
void pango_cairo_show_layout(cairo_t *, PangoLayout *);

void pango_context_set_round_glyph_positions(PangoContext *, int isRounding);

PangoContext *pango_layout_get_context(PangoLayout *);
void pango_layout_set_markup(PangoLayout *, const char *markup, int length);
void pango_layout_set_font_description(PangoLayout *, const PangoFontDescription *);
void pango_layout_get_extents(PangoLayout *, PangoRectangle *ink, PangoRectangle *logical);
int pango_layout_get_baseline(PangoLayout *);
void pango_layout_context_changed(PangoLayout *);

PangoFontDescription *pango_font_description_new(void);
void pango_font_description_set_family(PangoFontDescription *, const char *);
void pango_font_description_set_absolute_size(PangoFontDescription *, double);
void pango_font_description_free(PangoFontDescription *);

const char *pango_version_string(void);
void g_object_unref(void *);
