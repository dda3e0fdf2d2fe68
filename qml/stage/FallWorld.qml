// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D
import QtQuick3D.Physics

/// The world in which a product's pieces fall: loaded by its address when somebody drops something, for its library costs memory.
/// Every product is as large as the other here (StageFall), so that contacts are as firm for a ring as for a rickshaw, and all take
/// as long to fall.
StageWorld {
    id: world

    property int held: -1
    property vector3d target
    property real depth

    settled: fall.settled
    hold: StageHold {
        function take(at: point, byFinger: bool): bool {
            const hit = world.view.pick(at.x, at.y);
            const piece = hit.objectHit ? fall.pieceAt(hit.objectHit) : -1;
            if (piece < 0)
                return false;
            world.depth = world.view.mapFromScene(hit.scenePosition).z;
            world.target = fall.fromScene(hit.scenePosition);
            world.held = piece;
            fall.wake();
            return true;
        }
        function move(at: point, seconds: real) {
            world.target = fall.fromScene(world.view.mapToScene(at.x, at.y, world.depth));
        }
        // It keeps the speed that the hand gave it: it is thrown.
        function letGo() { world.held = -1 }
    }

    /// The whole product is lifted and given a spin; pieces that are apart just fall.
    function drop() {
        fall.begin();
        const isWhole = fall.pieces.length === 1;
        for (let i = 0; i < bodies.count; ++i) {
            const body = bodies.objectAt(i) as DynamicRigidBody;
            const side = i % 2 === 0 ? 1 : -1; // the same each time
            body.setAngularVelocity(isWhole ? Qt.vector3d(0.5, 2.4, 0.3) : Qt.vector3d(0.7 * side, 0.5, -0.4 * side));
            if (isWhole)
                body.setLinearVelocity(Qt.vector3d(0, 190, 0));
        }
    }
    function end() {
        held = -1;
        fall.end();
    }
    /// After a step of the world.
    function follow() {
        for (let i = 0; i < bodies.count; ++i) {
            const body = bodies.objectAt(i) as Piece;
            if (body.modelData.index === held)
                body.pull();
            fall.place(body.modelData.index, body.position, body.rotation);
        }
        if (held >= 0)
            fall.wake();
        fall.step();
    }

    StageFall {
        id: fall
        motion: world.view.motion
        scene: world.view.scene
    }
    component Piece: DynamicRigidBody {
        id: piece
        required property fallPiece modelData
        function pull() {
            const way = world.target.minus(piece.position);
            const speed = Math.min(way.length() * 9, 520);
            piece.setLinearVelocity(way.normalized().times(speed));
            piece.setAngularVelocity(Qt.vector3d(0, 0, 0));
        }
        position: modelData.position
        massMode: DynamicRigidBody.Mass
        mass: modelData.mass
        physicsMaterial: PhysicsMaterial {
            staticFriction: 0.55
            dynamicFriction: 0.45
            restitution: 0.22
        }
        collisionShapes: ConvexMeshShape { geometry: piece.modelData.geometry }
    }
    component Side: StaticRigidBody {
        collisionShapes: PlaneShape {}
        physicsMaterial: PhysicsMaterial {
            staticFriction: 0.7
            dynamicFriction: 0.6
            restitution: 0.18
        }
    }
    PhysicsWorld {
        running: !fall.settled
        scene: root
        gravity: Qt.vector3d(0, -640, 0)
        // The same steps on every machine, so that the same drop ends the same way.
        minimumTimestep: 1000 / 60
        maximumTimestep: 1000 / 60
        typicalLength: 40
        typicalSpeed: 400
        enableCCD: true
        onFrameDone: world.follow()
    }
    Node {
        id: root
        Side { // the floor
            position: Qt.vector3d(0, fall.floor, 0)
            eulerRotation: Qt.vector3d(-90, 0, 0)
        }
        Repeater3D { // walls that nothing is thrown beyond
            model: 4
            Side {
                required property int index
                readonly property real angle: index * 90
                position: Qt.vector3d(-Math.sin(angle * Math.PI / 180) * fall.room, 0, -Math.cos(angle * Math.PI / 180) * fall.room)
                eulerRotation: Qt.vector3d(0, angle, 0)
            }
        }
        Repeater3D {
            id: bodies
            model: fall.pieces
            Piece {}
        }
    }
}
