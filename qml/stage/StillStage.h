// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/cinema/Film.h"
#include "render/scene/PackageAsset.h"

#include <QColor>
#include <QImage>
#include <QMatrix4x4>
#include <QQuaternion>
#include <QSize>
#include <QString>
#include <QVector3D>

#include <memory>
#include <optional>
#include <vector>

namespace vitrine::stage {

/// What a still picture shows.
struct Still {
    /// Degrees, and the distance in parts of the one that fills the picture as the house rule says.
    struct Orbit {
        double yaw = -28;
        double pitch = 12;
        double distance = 1;
    };

    QString package; ///< A baked `.vpk`.
    QString variant;
    QString studio = QStringLiteral("softbox");
    QSize size{1280, 720};
    Orbit orbit;
    double apart = 0;   ///< How far the product is taken apart, 0 to 1.
    int animation = -1; ///< One of the file's, by number or else by name, and how far it has run.
    QString animationName;
    double seconds = 0;
    int fileCamera = -1; ///< A camera of the file instead, by number or else by name.
    QString fileCameraName;
    /// Every lamp with its shadow, also where a processor draws: as the shop shows it on a GPU.
    bool fine = false;
    /// "" is the house's backdrop, "transparent" none, else a colour as QML writes it.
    QString background;
    /// The house's backdrop by its colours, as dusk has it, and how bright its lamp is.
    struct Wall {
        QColor top = QColor(0x0d, 0x10, 0x15);
        QColor bottom = QColor(0x19, 0x1d, 0x25);
        QColor lamp = QColor(0x3f, 0x3e, 0x3e);
        double lampStrength = 0.55;
    };
    Wall wall;
};

/// The camera of a picture as glTF describes one: metres in the model's axes, degrees, looking along its own −Z.
struct StillCamera {
    QVector3D position;
    QQuaternion rotation;
    double verticalFov = 0;
};

/// What a picture is made of, for who draws it by other means. Metres, in the scene's space (sceneOrigin()).
struct StillParts {
    struct Ground {
        QVector3D centre;
        float side = 0; ///< Of the shadow's square.
        float shadowStrength = 0;
        QColor shadowColor;
        QColor poolColor; ///< Invalid: no pool of light.
    };

    std::shared_ptr<const render::PackageAsset> asset;
    std::vector<QMatrix4x4> world; ///< Of each node.
    qint32 variant = -1;
    StillCamera camera;
    QString studio; ///< The file that describes the light,
    QString bake;   ///< and the probe that was baked of it.
    float exposure = 1;
    std::optional<Ground> ground; ///< Its colours as they are seen.
    QImage backdrop;              ///< Alone; null where there is none.
};

/// A picture without a background ends where the product's shadow on the ground may still go on: it fades there. Of
/// premultiplied bytes, red first.
void fadeShadowAtEdges(QImage &image);

/// Draws stills with the same ProductStage that the shop shows, without a window on the screen. One GUI thread, after
/// QGuiApplication; starting is most of the cost, so keep it for several pictures.
class StillStage
{
public:
    /// Fails with Unavailable where nothing here can draw.
    [[nodiscard]] static core::Result<std::unique_ptr<StillStage>> create(const Still &first);
    ~StillStage();

    /// The picture, opaque or with straight alpha. Fails as the package's loading does, and with NotFound for an
    /// unknown studio, variant or camera.
    [[nodiscard]] core::Result<QImage> draw(const Still &still);

    /// The films of the still's package.
    [[nodiscard]] core::Result<std::vector<render::Film>> films(const Still &still);
    /// The moment of a film: its camera, light, variant and lens in place of the still's. A blend is mixed of two
    /// pictures.
    [[nodiscard]] core::Result<QImage> drawFilm(const Still &still, const render::Film &film, double seconds);

    /// A picture without a product is no success, however fine its floor: fails with InvalidArgument where the product
    /// is not to be seen in `drawn`, which draw() gave last. Where it is not in plain sight, draws it small and alone.
    [[nodiscard]] core::Status checkSeen(const Still &drawn);

    /// Of the picture that draw() gave last.
    [[nodiscard]] StillCamera camera() const;
    /// Of `drawn`, which draw() gave last. Draws the backdrop.
    [[nodiscard]] core::Result<StillParts> parts(const Still &drawn);

private:
    class Target;
    StillStage();

    core::Status apply(const Still &still);
    core::Status play(const Still &still);
    core::Result<QImage> frame();
    core::Status settle();
    core::Result<QImage> finished(QImage image, const Still &still);
    /// Glass hides what is behind it, for it draws that itself: in a picture without a background, black. What differs
    /// between a picture before black and one before grey is what shows through (difference matting).
    core::Status lookThroughGlass(QImage &image);
    std::unique_ptr<Target> m_target;
    bool m_hasDrawn = false;
    std::optional<render::Film> m_film; ///< That the stage has on.
    std::size_t m_endedShot = 0;
    QImage m_ending; ///< The end of that shot, which the one after it fades over.
};

} // namespace vitrine::stage
