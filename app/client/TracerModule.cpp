// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/PathTracer.h"

// The tracer as a module that `vitrine render --traced` loads: it brings Embree, which takes longer to load than the
// shop may for something that it hardly ever does.
extern "C" void vitrineTrace(const vitrine::render::Package &package, const vitrine::render::TraceRequest &request,
                             vitrine::core::Result<vitrine::render::TracedPicture> &picture)
{
    picture = vitrine::render::tracePicture(package, request);
}
